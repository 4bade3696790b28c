// SPDX-License-Identifier: AGPL-3.0-or-later
import { lazy, Suspense, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Navigate, Outlet, Route, Routes, useLocation, useNavigationType, useParams } from 'react-router';
import { languageAtFirst, withRooms } from './i18n/start.ts';
import { ProgrammeFrame } from './programmes/ProgrammeFrame.tsx';
import { isLanguage } from './ui/address.ts';
import { Page } from './ui/Page.tsx';
import { Loading, NotFound } from './ui/states.tsx';

const ProgrammesPage = lazy(() =>
  import('./programmes/ProgrammesPage.tsx').then((page) => ({ default: page.ProgrammesPage })),
);
const DashboardPage = lazy(() =>
  import('./dashboard/DashboardPage.tsx').then((page) => ({ default: page.DashboardPage })),
);
const PlanPage = lazy(() =>
  withRooms(import('./milestones/PlanPage.tsx')).then((page) => ({ default: page.PlanPage })),
);
const MilestonePage = lazy(() =>
  withRooms(import('./milestones/MilestonePage.tsx')).then((page) => ({ default: page.MilestonePage })),
);
const AreaPage = lazy(() => withRooms(import('./areas/AreaPage.tsx')).then((page) => ({ default: page.AreaPage })));
const InitiativePage = lazy(() =>
  withRooms(import('./areas/InitiativePage.tsx')).then((page) => ({ default: page.InitiativePage })),
);
const PeripheryPage = lazy(() =>
  import('./territory/PeripheryPage.tsx').then((page) => ({ default: page.PeripheryPage })),
);
const LabsPage = lazy(() => import('./labs/LabsPage.tsx').then((page) => ({ default: page.LabsPage })));
const LabPage = lazy(() => withRooms(import('./labs/LabPage.tsx')).then((page) => ({ default: page.LabPage })));
const SpacesPage = lazy(() => import('./spaces/SpacesPage.tsx').then((page) => ({ default: page.SpacesPage })));
const SpacePage = lazy(() => withRooms(import('./spaces/SpacePage.tsx')).then((page) => ({ default: page.SpacePage })));
const CallPage = lazy(() => withRooms(import('./calls/CallPage.tsx')).then((page) => ({ default: page.CallPage })));
const MoneyPage = lazy(() => withRooms(import('./funds/MoneyPage.tsx')).then((page) => ({ default: page.MoneyPage })));
const AgreementsPage = lazy(() =>
  withRooms(import('./agreements/AgreementsPage.tsx')).then((page) => ({ default: page.AgreementsPage })),
);
const AgreementPage = lazy(() =>
  withRooms(import('./agreements/AgreementPage.tsx')).then((page) => ({ default: page.AgreementPage })),
);
const OrganisationsPage = lazy(() =>
  withRooms(import('./organisations/OrganisationsPage.tsx')).then((page) => ({ default: page.OrganisationsPage })),
);
const OrganisationPage = lazy(() =>
  withRooms(import('./organisations/OrganisationPage.tsx')).then((page) => ({ default: page.OrganisationPage })),
);
const EventsPage = lazy(() =>
  withRooms(import('./events/EventsPage.tsx')).then((page) => ({ default: page.EventsPage })),
);
const EventPage = lazy(() => withRooms(import('./events/EventPage.tsx')).then((page) => ({ default: page.EventPage })));
const IndicatorPage = lazy(() =>
  withRooms(import('./indicators/IndicatorPage.tsx')).then((page) => ({ default: page.IndicatorPage })),
);
const ContextPage = lazy(() => import('./context/ContextPage.tsx').then((page) => ({ default: page.ContextPage })));
const SourcePage = lazy(() =>
  withRooms(import('./context/SourcePage.tsx')).then((page) => ({ default: page.SourcePage })),
);

const DraftsPage = lazy(() =>
  withRooms(import('./cycles/DraftsPage.tsx')).then((page) => ({ default: page.DraftsPage })),
);
const DraftPage = lazy(() => withRooms(import('./cycles/DraftPage.tsx')).then((page) => ({ default: page.DraftPage })));
const SheetPage = lazy(() => withRooms(import('./sheets/SheetPage.tsx')).then((page) => ({ default: page.SheetPage })));
const SignInPage = lazy(() =>
  withRooms(import('./access/SignInPage.tsx')).then((page) => ({ default: page.SignInPage })),
);
const InvitationPage = lazy(() =>
  withRooms(import('./access/InvitationPage.tsx')).then((page) => ({ default: page.InvitationPage })),
);
const AccountPage = lazy(() =>
  withRooms(import('./access/AccountPage.tsx')).then((page) => ({ default: page.AccountPage })),
);
const OutboxPage = lazy(() =>
  withRooms(import('./access/OutboxPage.tsx')).then((page) => ({ default: page.OutboxPage })),
);
const PeoplePage = lazy(() =>
  withRooms(import('./people/PeoplePage.tsx')).then((page) => ({ default: page.PeoplePage })),
);
const LogPage = lazy(() => withRooms(import('./log/LogPage.tsx')).then((page) => ({ default: page.LogPage })));

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
      <Suspense fallback={<Loading height={640} />}>
        <Outlet />
      </Suspense>
    </Page>
  );
}

export function AllRoutes() {
  return (
    <Suspense fallback={null}>
      <Routes>
        <Route path="/" element={<ToLanguage />} />
        <Route path="/:lang" element={<InLanguage />}>
          <Route element={<Framed />}>
            <Route index element={<ProgrammesPage />} />
            <Route path="sign-in" element={<SignInPage />} />
            <Route path="invitation" element={<InvitationPage />} />
            <Route path="account" element={<AccountPage />} />
            <Route path="outbox" element={<OutboxPage />} />
          </Route>
          <Route path=":programme" element={<ProgrammeFrame />}>
            <Route index element={<DashboardPage />} />
            <Route path="plan" element={<PlanPage />} />
            <Route path="plan/sheet" element={<SheetPage />} />
            <Route path="drafts" element={<DraftsPage />} />
            <Route path="drafts/:cycle" element={<DraftPage />} />
            <Route path="milestones/:milestone" element={<MilestonePage />} />
            <Route path="areas/:area" element={<AreaPage />} />
            <Route path="initiatives/:initiative" element={<InitiativePage />} />
            <Route path="periphery" element={<PeripheryPage />} />
            <Route path="labs" element={<LabsPage />} />
            <Route path="labs/:lab" element={<LabPage />} />
            <Route path="spaces" element={<SpacesPage />} />
            <Route path="spaces/:space" element={<SpacePage />} />
            <Route path="calls/:call" element={<CallPage />} />
            <Route path="money" element={<MoneyPage />} />
            <Route path="agreements" element={<AgreementsPage />} />
            <Route path="agreements/:agreement" element={<AgreementPage />} />
            <Route path="organisations" element={<OrganisationsPage />} />
            <Route path="organisations/:organisation" element={<OrganisationPage />} />
            <Route path="events" element={<EventsPage />} />
            <Route path="events/:event" element={<EventPage />} />
            <Route path="indicators/:indicator" element={<IndicatorPage />} />
            <Route path="people" element={<PeoplePage />} />
            <Route path="log" element={<LogPage />} />
            <Route path="context" element={<ContextPage />} />
            <Route path="sources/:source" element={<SourcePage />} />
            <Route path="*" element={<NotFound />} />
          </Route>
        </Route>
      </Routes>
    </Suspense>
  );
}
