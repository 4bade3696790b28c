// SPDX-License-Identifier: AGPL-3.0-or-later
import { Suspense, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Navigate, Outlet, Route, Routes, useLocation, useNavigationType, useParams } from 'react-router';
import { languageAtFirst } from './i18n/start.ts';
import { isLanguage } from './ui/address.ts';
import { Page } from './ui/Page.tsx';
import { Loading, NotFound } from './ui/states.tsx';

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
            <Route index element={<NotFound />} />
            <Route path="*" element={<NotFound />} />
          </Route>
        </Route>
      </Routes>
    </Suspense>
  );
}
