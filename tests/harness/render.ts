// SPDX-License-Identifier: AGPL-3.0-or-later
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import i18next from 'i18next';
import { type ComponentType, createElement, type ReactNode } from 'react';
import { flushSync } from 'react-dom';
import { createRoot, type Root } from 'react-dom/client';
import { BrowserRouter, Outlet, Route, Routes } from 'react-router';
import { onTestFinished, vi } from 'vitest';
import type { Role } from '../../api/http/rights.rules.ts';
import { type Me, readMe } from '../../api/people/accounts/contract.ts';
import { withRooms } from '../../web/i18n/start.ts';
import type { Programme } from '../../web/programme.ts';
import '../../web/theme/theme.scss';
import { type Answer, answering, stubServer } from './replies.ts';

/** createElement instead of JSX: the tests are plain TypeScript. */
export const h = <P extends object>(piece: ComponentType<P>, props: P): ReactNode => createElement(piece, props);

const cycle = {
  key: 'primo',
  name: { it: 'Primo semestre 2026', en: 'First half of 2026' },
  startsOn: '2026-01-01',
  endsOn: '2026-06-30',
  adoptedOn: '2026-01-10',
  adoptedAct: 'Delibera n. 1',
  closedOn: null,
  closedAct: null,
  milestones: 3,
  reviews: [],
  version: 1,
};

/** Context that the programme frame provides to its pages. */
export const programme: Programme = {
  key: 'prova',
  name: { it: 'Programma di prova', en: 'Trial programme' },
  summary: { it: 'Per le prove.' },
  owner: { it: 'Comune di Prova' },
  illustrative: false,
  adoptedOn: '2026-01-10',
  milestones: 3,
  areas: 1,
  terms: { area: null, areas: null, zone: null, periphery: null },
  objective: null,
  peripheryDefinition: { it: 'Fuori dal centro.' },
  source: null,
  fourEyes: false,
  today: '2026-04-15',
  timezone: 'Europe/Rome',
  day: '2026-04-15',
  firstDay: '2026-01-01',
  updatedOn: '2026-04-14',
  areaList: [{ key: 'spazi', name: { it: 'Spazi', en: 'Spaces' }, position: 1, whole: true }],
  cycles: [cycle],
  shownCycle: 'primo',
  has: {
    labs: true,
    spaces: true,
    calls: true,
    indicators: true,
    context: true,
    money: true,
    agreements: true,
    events: true,
    organisations: true,
  },
};

/** A session of a person with a role in the programme. */
export const signedInAs = (role: Role): Me => ({
  account: {
    name: 'Anna Prova',
    email: 'anna@comune.example',
    language: 'it',
    digest: { wanted: false, weekday: 1, hour: 7 },
    hasFeed: false,
    roles: [
      {
        roleId: 1,
        programme: 'prova',
        role,
        areas: null,
        labs: null,
        organisation: null,
        office: 'Ufficio di prova',
        nameIsPublic: false,
      },
    ],
  },
  ways: { provider: null, passkey: false, outbox: false },
});

interface Scene {
  language?: 'it' | 'en';
  /** Path below the programme: 'labs/officina?asOf=2026-01-31'. */
  at?: string;
  /** Route pattern, if the page reads a parameter: 'labs/:lab'. */
  route?: string;
  /** Signed out unless a role is given. */
  role?: Role;
  /** Mock responses; any other request is refused and fails the test. */
  answers?: readonly Answer[];
  programme?: Partial<Programme>;
}

/** Unmounts the page after the test and clears browser storage. */
function clearAfter(root: Root, home: string) {
  // Not afterEach: with shared modules, module-level hooks only apply to the first file.
  onTestFinished(async () => {
    root.unmount();
    document.body.replaceChildren();
    await cookieStore.delete('officina_here');
    localStorage.clear();
    window.history.replaceState(null, '', home);
    vi.restoreAllMocks();
    vi.unstubAllGlobals();
  });
}

/** Renders a component inside a programme page; returns the recorded requests. */
export async function render(piece: ReactNode, scene: Scene = {}) {
  const { language = 'it', at = '', route = at.split('?')[0] ?? '', role, answers = [], programme: own = {} } = scene;
  await withRooms(Promise.resolve());
  await i18next.changeLanguage(language);
  if (role) await cookieStore.set('officina_here', '1');
  const nobody: Me = { account: null, ways: { provider: null, passkey: false, outbox: false } };
  const asked = stubServer([...answers, answering(readMe, role ? signedInAs(role) : nobody)]);
  const home = window.location.href;
  window.history.replaceState(null, '', `/${language}/prova/${at}`);
  const place = document.body.appendChild(document.createElement('main'));
  // Reset the focus, so that Tab starts here and not at an earlier test's position.
  place.tabIndex = -1;
  place.focus();
  const client = new QueryClient({ defaultOptions: { queries: { retry: false, staleTime: 60_000 } } });
  if (role) client.setQueryData(['me'], signedInAs(role));
  const frame = h(Outlet, { context: { ...programme, ...own } });
  const here = route ? h(Route, { path: route, element: piece }) : h(Route, { index: true, element: piece });
  const routes = h(Routes, { children: h(Route, { path: '/:lang/:programme', element: frame, children: here }) });
  const root = createRoot(place);
  clearAfter(root, home);
  flushSync(() => root.render(h(QueryClientProvider, { client, children: h(BrowserRouter, { children: routes }) })));
  return asked;
}

/** Accessible name of the focused element. */
export function focused(): string {
  const at = document.activeElement;
  if (!at || at === document.body) return '';
  const label = (at as HTMLInputElement).labels?.[0]?.textContent;
  return (at.getAttribute('aria-label') ?? label ?? at.textContent ?? '').trim();
}

/** The page's texts by key. */
export const say = i18next.t;

/** Matches a label that begins with the text of a key; the mark of a required field may follow. */
export const starting = (key: string): RegExp =>
  new RegExp(`^${String(say(key as 'keep.why')).replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}`);
