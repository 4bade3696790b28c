// SPDX-License-Identifier: AGPL-3.0-or-later
import { type ReactNode, useEffect, useRef } from 'react';
import { Link, NavLink, useLocation } from 'react-router';
import type { Right } from '../../api/contract.ts';
import type { Bilingual } from '../i18n/text.ts';
import { useTranslate } from '../i18n/translate.ts';
import { useAccount, useMay } from '../session.ts';
import { useAddress } from './address.ts';
import { Footer } from './Footer.tsx';
import { LanguageSwitch } from './LanguageSwitch.tsx';
import { PastBand } from './PastBand.tsx';
import { Stale } from './states.tsx';
import { Words } from './Words.tsx';

export interface PageProps {
  /** The body responsible for the programme, shown in the header. */
  owner?: Bilingual;
  programme?: Bilingual;
  illustrative?: boolean;
  /** Sections without data in this programme. */
  without?: readonly Section[];
  /** The programme's own terms for area, zone and periphery. */
  terms?: Parameters<typeof useTranslate>[0];
  /** Time of the latest recorded change. */
  changedAt?: string | null;
  /** Time at which the live connection was lost. */
  lostSince?: Date | null;
  /** The programme is loading: reserve its space. */
  waiting?: boolean;
  /** Hides the "as of" band if the requested day cannot be shown. */
  dayless?: boolean;
  children: ReactNode;
}

const sections = [
  ['overview', ''],
  ['plan', 'plan'],
  ['periphery', 'periphery'],
  ['labs', 'labs'],
  ['spaces', 'spaces'],
  ['calls', 'spaces'],
  ['money', 'money'],
  ['agreements', 'agreements'],
  ['organisations', 'organisations'],
  ['events', 'events'],
  ['context', 'context'],
  ['people', 'people'],
  ['log', 'log'],
] as const;
/** Sections that require a permission. */
const guarded: Partial<Record<Section, Right>> = { people: 'keep-people', log: 'read-log' };
export type Section = (typeof sections)[number][0];

function Sections({ without, terms }: { without: readonly Section[] } & Pick<PageProps, 'terms'>) {
  const { t } = useTranslate(terms);
  const { to } = useAddress();
  const strip = useRef<HTMLElement>(null);
  const may = useMay();
  const shown = sections.filter(([key]) => !without.includes(key) && (guarded[key] === undefined || may(guarded[key])));
  useEffect(() => {
    // On phones the navigation scrolls: keep the current section in view.
    const due = requestAnimationFrame(() => {
      const here = strip.current?.querySelector<HTMLElement>('[aria-current]');
      if (strip.current && here) strip.current.scrollLeft = here.offsetLeft - strip.current.offsetLeft - 40;
    });
    return () => cancelAnimationFrame(due);
  });
  return (
    <nav className="sections" aria-label={t('page.sections')} ref={strip}>
      {shown.map(([key, page]) => (
        <NavLink key={key} to={to(page)} end={page === ''}>
          {t(`nav.${key}`)}
        </NavLink>
      ))}
    </nav>
  );
}

/** The current user, or a sign-in link that returns to this page. */
function Who() {
  const { t } = useTranslate();
  const { language } = useAddress();
  const { pathname, search } = useLocation();
  const account = useAccount();
  if (account) return <Link to={`/${language}/account`}>{account.name}</Link>;
  const back = /\/(sign-in|invitation|outbox)$/.test(pathname) ? '' : `?to=${encodeURIComponent(pathname + search)}`;
  return <Link to={`/${language}/sign-in${back}`}>{t('page.signIn')}</Link>;
}

function Masthead({
  owner,
  programme,
  illustrative,
  waiting = false,
  without = [],
  terms,
}: Omit<PageProps, 'changedAt' | 'lostSince' | 'dayless' | 'children'>) {
  const { t } = useTranslate();
  const { language, to } = useAddress();
  return (
    <header>
      <div className="topband">
        <div className="column">
          {owner ? <Words of={owner} /> : <Link to={`/${language}`}>Officina</Link>}
          <div className="topband-ends">
            <Who />
            <LanguageSwitch />
          </div>
        </div>
      </div>
      {programme && (
        <div className="masthead column">
          <Link className="masthead-name" to={to('')}>
            <Words of={programme} />
          </Link>
          <Sections without={without} terms={terms} />
        </div>
      )}
      {!programme && waiting && <div className="masthead is-waiting" />}
      {illustrative && (
        <div className="band band-illustrative">
          <p className="column">{t('page.illustrative')}</p>
        </div>
      )}
    </header>
  );
}

export function Page({ changedAt = null, lostSince, dayless = false, children, ...masthead }: PageProps) {
  const { t } = useTranslate();
  return (
    <>
      <a className="skip" href="#main">
        {t('page.skip')}
      </a>
      <Masthead {...masthead} />
      {!dayless && <PastBand />}
      {lostSince && <Stale since={lostSince} />}
      <main id="main" className="column" tabIndex={-1}>
        {children}
      </main>
      <Footer changedAt={changedAt} />
    </>
  );
}
