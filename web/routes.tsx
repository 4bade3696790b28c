// SPDX-License-Identifier: AGPL-3.0-or-later
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Navigate, Outlet, Route, Routes, useLocation, useNavigationType, useParams } from 'react-router';
import { languageAtFirst, withRooms } from './i18n/start.ts';
import { ProgrammeFrame } from './programmes/ProgrammeFrame.tsx';
import { isLanguage } from './ui/address.ts';
import { type Late, late } from './ui/late.tsx';
import { Page } from './ui/Page.tsx';
import { NotFound } from './ui/states.tsx';

/** The pages that belong to no programme, and those of one, by their addresses. */
const overall: Record<string, Late> = {
  '': late(() => import('./programmes/ProgrammesPage.tsx'), 'ProgrammesPage'),
  'sign-in': late(() => withRooms(import('./access/SignInPage.tsx')), 'SignInPage'),
  invitation: late(() => withRooms(import('./access/InvitationPage.tsx')), 'InvitationPage'),
  account: late(() => withRooms(import('./access/AccountPage.tsx')), 'AccountPage'),
  request: late(() => withRooms(import('./requests/RequestPage.tsx')), 'RequestPage'),
  outbox: late(() => withRooms(import('./access/OutboxPage.tsx')), 'OutboxPage'),
};
const ofProgramme: Record<string, Late> = {
  '': late(() => import('./dashboard/DashboardPage.tsx'), 'DashboardPage'),
  plan: late(() => withRooms(import('./milestones/PlanPage.tsx')), 'PlanPage'),
  'plan/sheet': late(() => withRooms(import('./sheets/SheetPage.tsx')), 'SheetPage'),
  drafts: late(() => withRooms(import('./cycles/DraftsPage.tsx')), 'DraftsPage'),
  'drafts/:cycle': late(() => withRooms(import('./cycles/DraftPage.tsx')), 'DraftPage'),
  'milestones/:milestone': late(() => withRooms(import('./milestones/MilestonePage.tsx')), 'MilestonePage'),
  'areas/:area': late(() => withRooms(import('./areas/AreaPage.tsx')), 'AreaPage'),
  'initiatives/:initiative': late(() => withRooms(import('./areas/InitiativePage.tsx')), 'InitiativePage'),
  periphery: late(() => import('./territory/PeripheryPage.tsx'), 'PeripheryPage'),
  labs: late(() => withRooms(import('./labs/LabsPage.tsx')), 'LabsPage'),
  'labs/:lab': late(() => withRooms(import('./labs/LabPage.tsx')), 'LabPage'),
  'labs/:lab/claim': late(() => withRooms(import('./requests/ClaimPage.tsx')), 'ClaimPage'),
  'labs/:lab/asked': late(() => withRooms(import('./needs/AskedPage.tsx')), 'AskedPage'),
  'labs-propose': late(() => withRooms(import('./requests/ProposePage.tsx')), 'ProposePage'),
  'labs-match': late(() => withRooms(import('./needs/MatchPage.tsx')), 'MatchPage'),
  'qualified-labs': late(() => withRooms(import('./qualification/QualifiedPage.tsx')), 'QualifiedPage'),
  requests: late(() => withRooms(import('./requests/RequestsPage.tsx')), 'RequestsPage'),
  'labs-import': late(() => withRooms(import('./interchange/ImportPage.tsx')), 'ImportPage'),
  spaces: late(() => withRooms(import('./spaces/SpacesPage.tsx')), 'SpacesPage'),
  'spaces/:space': late(() => withRooms(import('./spaces/SpacePage.tsx')), 'SpacePage'),
  'spaces/:space/report': late(() => withRooms(import('./reports/ReportPage.tsx')), 'ReportPage'),
  'spaces-report': late(() => withRooms(import('./reports/ReportPage.tsx')), 'ReportPage'),
  'spaces-add': late(() => withRooms(import('./spaces/AddSpacePage.tsx')), 'AddSpacePage'),
  'spaces-import': late(() => withRooms(import('./census/SpacesImportPage.tsx')), 'SpacesImportPage'),
  'calls/:call': late(() => withRooms(import('./calls/CallPage.tsx')), 'CallPage'),
  'calls/:call/apply': late(() => withRooms(import('./applications/ApplyPage.tsx')), 'ApplyPage'),
  'calls/:call/desk': late(() => withRooms(import('./calling/DeskPage.tsx')), 'DeskPage'),
  'calls/:call/evaluation': late(() => withRooms(import('./evaluation/EvaluationPage.tsx')), 'EvaluationPage'),
  'awards/:award': late(() => withRooms(import('./awards/AwardPage.tsx')), 'AwardPage'),
  chain: late(() => withRooms(import('./chain/ChainPage.tsx')), 'ChainPage'),
  'call-drafts': late(() => withRooms(import('./calling/CallDraftsPage.tsx')), 'CallDraftsPage'),
  'call-drafts/:draft': late(() => withRooms(import('./calling/CallDraftPage.tsx')), 'CallDraftPage'),
  money: late(() => withRooms(import('./funds/MoneyPage.tsx')), 'MoneyPage'),
  agreements: late(() => withRooms(import('./agreements/AgreementsPage.tsx')), 'AgreementsPage'),
  'agreements/:agreement': late(() => withRooms(import('./agreements/AgreementPage.tsx')), 'AgreementPage'),
  organisations: late(() => withRooms(import('./organisations/OrganisationsPage.tsx')), 'OrganisationsPage'),
  'organisations/:organisation': late(
    () => withRooms(import('./organisations/OrganisationPage.tsx')),
    'OrganisationPage',
  ),
  events: late(() => withRooms(import('./events/EventsPage.tsx')), 'EventsPage'),
  'events/:event': late(() => withRooms(import('./events/EventPage.tsx')), 'EventPage'),
  'indicators/:indicator': late(() => withRooms(import('./indicators/IndicatorPage.tsx')), 'IndicatorPage'),
  people: late(() => withRooms(import('./people/PeoplePage.tsx')), 'PeoplePage'),
  log: late(() => withRooms(import('./log/LogPage.tsx')), 'LogPage'),
  context: late(() => withRooms(import('./context/ContextPage.tsx')), 'ContextPage'),
  'sources/:source': late(() => withRooms(import('./context/SourcePage.tsx')), 'SourcePage'),
};

/** Begins to fetch the page of an address, while everything else is on its way too. */
export function fetchPage(pathname: string): void {
  const [, , first = '', room = '', item] = pathname.split('/');
  const page = overall[first] ?? ofProgramme[item ? (ofItem(room) ?? '') : room];
  page?.fetch();
}

const ofItem = (room: string) => Object.keys(ofProgramme).find((path) => path.startsWith(`${room}/`));

const routesOf = (pages: Record<string, Late>) =>
  Object.entries(pages).map(([path, { Page: One }]) =>
    path ? <Route key={path} path={path} element={<One />} /> : <Route key={path} index element={<One />} />,
  );

/** A new page begins at its top and is where the keyboard goes on; a change of day, filter or language is not a new page. */
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
  );
}
