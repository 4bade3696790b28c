// SPDX-License-Identifier: AGPL-3.0-or-later
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Navigate, Outlet, Route, Routes, useLocation, useNavigationType, useParams } from 'react-router';
import type { OverallPage, ProgrammePage } from '../api/http/pages.rules.ts';
import { ProgrammeFrame } from './city/programmes/ProgrammeFrame.tsx';
import { languageAtFirst, withRooms } from './i18n/start.ts';
import { isLanguage } from './ui/address.ts';
import { type Late, late } from './ui/late.tsx';
import { Page } from './ui/Page.tsx';
import { FilledSlots } from './ui/slots.tsx';
import { NotFound } from './ui/states.tsx';

/** Routes outside a programme, and routes inside one. */
const overall: Record<OverallPage, Late> = {
  '': late(() => import('./city/programmes/ProgrammesPage.tsx'), 'ProgrammesPage'),
  'sign-in': late(() => withRooms(import('./people/accounts/SignInPage.tsx')), 'SignInPage'),
  invitation: late(() => withRooms(import('./people/accounts/InvitationPage.tsx')), 'InvitationPage'),
  account: late(() => withRooms(import('./people/accounts/AccountPage.tsx')), 'AccountPage'),
  request: late(() => withRooms(import('./labs/proposals/RequestPage.tsx')), 'RequestPage'),
  outbox: late(() => withRooms(import('./people/accounts/OutboxPage.tsx')), 'OutboxPage'),
};
const ofProgramme: Record<ProgrammePage, Late> = {
  '': late(() => import('./overview/dashboard/DashboardPage.tsx'), 'DashboardPage'),
  plan: late(() => withRooms(import('./plan/milestones/PlanPage.tsx')), 'PlanPage'),
  'plan/sheet': late(() => withRooms(import('./plan/spreadsheet/SheetPage.tsx')), 'SheetPage'),
  drafts: late(() => withRooms(import('./plan/cycles/DraftsPage.tsx')), 'DraftsPage'),
  'drafts/:cycle': late(() => withRooms(import('./plan/cycles/DraftPage.tsx')), 'DraftPage'),
  'milestones/:milestone': late(() => withRooms(import('./plan/milestones/MilestonePage.tsx')), 'MilestonePage'),
  'areas/:area': late(() => withRooms(import('./plan/areas/AreaPage.tsx')), 'AreaPage'),
  'initiatives/:initiative': late(() => withRooms(import('./plan/areas/InitiativePage.tsx')), 'InitiativePage'),
  periphery: late(() => import('./city/territory/PeripheryPage.tsx'), 'PeripheryPage'),
  labs: late(() => withRooms(import('./labs/directory/LabsPage.tsx')), 'LabsPage'),
  'labs/:lab': late(() => withRooms(import('./labs/directory/LabPage.tsx')), 'LabPage'),
  'labs/:lab/claim': late(() => withRooms(import('./labs/proposals/ClaimPage.tsx')), 'ClaimPage'),
  'labs/:lab/asked': late(() => withRooms(import('./labs/matching/AskedPage.tsx')), 'AskedPage'),
  'labs-propose': late(() => withRooms(import('./labs/proposals/ProposePage.tsx')), 'ProposePage'),
  'labs-match': late(() => withRooms(import('./labs/matching/MatchPage.tsx')), 'MatchPage'),
  'qualified-labs': late(() => withRooms(import('./labs/qualification/QualifiedPage.tsx')), 'QualifiedPage'),
  requests: late(() => withRooms(import('./labs/proposals/RequestsPage.tsx')), 'RequestsPage'),
  'labs-import': late(() => withRooms(import('./labs/import/ImportPage.tsx')), 'ImportPage'),
  spaces: late(() => withRooms(import('./calls/published/SpacesPage.tsx')), 'SpacesPage'),
  'spaces/:space': late(() => withRooms(import('./spaces/directory/SpacePage.tsx')), 'SpacePage'),
  'spaces/:space/report': late(() => withRooms(import('./spaces/reports/ReportPage.tsx')), 'ReportPage'),
  'spaces-report': late(() => withRooms(import('./spaces/reports/ReportPage.tsx')), 'ReportPage'),
  'spaces-add': late(() => withRooms(import('./spaces/directory/AddSpacePage.tsx')), 'AddSpacePage'),
  'spaces-import': late(() => withRooms(import('./spaces/import/SpacesImportPage.tsx')), 'SpacesImportPage'),
  'calls/:call': late(() => withRooms(import('./calls/published/CallPage.tsx')), 'CallPage'),
  'calls/:call/apply': late(() => withRooms(import('./calls/applications/ApplyPage.tsx')), 'ApplyPage'),
  'calls/:call/desk': late(() => withRooms(import('./calls/drafting/DeskPage.tsx')), 'DeskPage'),
  'calls/:call/evaluation': late(() => withRooms(import('./calls/evaluation/EvaluationPage.tsx')), 'EvaluationPage'),
  'awards/:award': late(() => withRooms(import('./money/awards/AwardPage.tsx')), 'AwardPage'),
  chain: late(() => withRooms(import('./overview/chain/ChainPage.tsx')), 'ChainPage'),
  'call-drafts': late(() => withRooms(import('./calls/drafting/CallDraftsPage.tsx')), 'CallDraftsPage'),
  'call-drafts/:draft': late(() => withRooms(import('./calls/drafting/CallDraftPage.tsx')), 'CallDraftPage'),
  money: late(() => withRooms(import('./money/funds/MoneyPage.tsx')), 'MoneyPage'),
  agreements: late(() => withRooms(import('./money/agreements/AgreementsPage.tsx')), 'AgreementsPage'),
  'agreements/:agreement': late(() => withRooms(import('./money/agreements/AgreementPage.tsx')), 'AgreementPage'),
  organisations: late(() => withRooms(import('./city/organisations/OrganisationsPage.tsx')), 'OrganisationsPage'),
  'organisations/:organisation': late(
    () => withRooms(import('./city/organisations/OrganisationPage.tsx')),
    'OrganisationPage',
  ),
  events: late(() => withRooms(import('./city/events/EventsPage.tsx')), 'EventsPage'),
  'events/:event': late(() => withRooms(import('./city/events/EventPage.tsx')), 'EventPage'),
  'indicators/:indicator': late(() => withRooms(import('./city/indicators/IndicatorPage.tsx')), 'IndicatorPage'),
  people: late(() => withRooms(import('./people/roles/PeoplePage.tsx')), 'PeoplePage'),
  log: late(() => withRooms(import('./platform/history/LogPage.tsx')), 'LogPage'),
  context: late(() => withRooms(import('./city/background/ContextPage.tsx')), 'ContextPage'),
  'sources/:source': late(() => withRooms(import('./city/background/SourcePage.tsx')), 'SourcePage'),
};

/** Slots in earlier districts' pages, filled by later districts. */
const slots = {
  resultsAsEvidence: late(() => import('./overview/chain/ResultsEvidence.tsx'), 'ResultsEvidence').Page,
  grantAdmitted: late(() => import('./money/granting/GrantAdmitted.tsx'), 'GrantAdmitted').Page,
  reportedSpace: late(() => import('./spaces/reports/ReportedSpace.tsx'), 'ReportedSpace').Page,
  answerReport: late(() => import('./spaces/reports/AnswerReport.tsx'), 'AnswerReport').Page,
};

/** Preloads the page of an address in parallel with other requests. */
export function fetchPage(pathname: string): void {
  const [, , first = '', room = '', item] = pathname.split('/');
  const pages: Record<string, Late> = ofProgramme;
  const page = (overall as Record<string, Late>)[first] ?? pages[item ? (ofItem(room) ?? '') : room];
  page?.fetch();
}

const ofItem = (room: string) => Object.keys(ofProgramme).find((path) => path.startsWith(`${room}/`));

const routesOf = (pages: Record<string, Late>) =>
  Object.entries(pages).map(([path, { Page: One }]) =>
    path ? <Route key={path} path={path} element={<One />} /> : <Route key={path} index element={<One />} />,
  );

/** A new page scrolls to the top and takes focus; a change of day, filter or language does not. */
function useArrival(): void {
  const { pathname, hash } = useLocation();
  const how = useNavigationType();
  const place = pathname.split('/').slice(2).join('/');
  const last = useRef(place);
  useEffect(() => {
    if (last.current === place) return;
    last.current = place;
    if (how === 'POP' || hash) return;
    window.scrollTo(0, 0);
    document.getElementById('main')?.focus({ preventScroll: true });
  }, [place, hash, how]);
}

function InLanguage() {
  const { lang } = useParams();
  const { i18n } = useTranslation();
  useArrival();
  useEffect(() => {
    if (!isLanguage(lang)) return;
    i18n.changeLanguage(lang).then(() => {
      document.documentElement.lang = lang;
    });
  }, [lang, i18n]);
  if (!isLanguage(lang)) return <ToLanguage />;
  return <Outlet />;
}

function ToLanguage() {
  const { pathname, search } = useLocation();
  const language = languageAtFirst('/', navigator.languages);
  return <Navigate replace to={`/${language}${pathname === '/' ? '/' : pathname}${search}`} />;
}

function Framed() {
  return (
    <Page>
      <Outlet />
    </Page>
  );
}

export function AllRoutes() {
  return (
    <FilledSlots value={slots}>
      <Routes>
        <Route path="/" element={<ToLanguage />} />
        <Route path="/:lang" element={<InLanguage />}>
          <Route element={<Framed />}>{routesOf(overall)}</Route>
          <Route path=":programme" element={<ProgrammeFrame />}>
            {routesOf(ofProgramme)}
            <Route path="*" element={<NotFound />} />
          </Route>
        </Route>
      </Routes>
    </FilledSlots>
  );
}
