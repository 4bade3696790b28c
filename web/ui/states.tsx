// SPDX-License-Identifier: AGPL-3.0-or-later
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Problem } from '../http.ts';
import { useFormat } from '../i18n/format.ts';
import { type Bilingual, useText } from '../i18n/text.ts';
import { useProgramme } from '../programme.ts';
import type { Reading } from '../reading.ts';
import { Go } from './Go.tsx';
import { useTitle } from './title.ts';

/** Reserves space for loading content: pass the height of the real content. */
export function Loading({ height = 240 }: { height?: number }) {
  const { t } = useTranslation();
  return (
    <div className="loading" style={{ minHeight: height }} role="status">
      <span className="visually-hidden">{t('states.loading')}</span>
      <span className="loading-line" />
      <span className="loading-line" />
      <span className="loading-block" />
    </div>
  );
}

interface FailureProps {
  problem: Problem | Error;
  onRetry: () => void;
  /** Set if it replaces the whole page. */
  page?: boolean;
}

export function Failure({ problem, onRetry, page = false }: FailureProps) {
  const { t } = useTranslation();
  const status = 'status' in problem ? problem.status : 0;
  return (
    <div className="state state-failure" role="alert">
      {page ? (
        <h1 className="state-title">{t('states.failed')}</h1>
      ) : (
        <p className="state-title">{t('states.failed')}</p>
      )}
      <p>{status ? t('states.broken', { status }) : t('states.silent')}</p>
      {status > 0 && problem.message && <p className="muted">{problem.message}</p>}
      <button type="button" className="button" onClick={onRetry}>
        {t('states.retry')}
      </button>
    </div>
  );
}

export function Empty({ children }: { children?: ReactNode }) {
  const { t } = useTranslation();
  return (
    <div className="state">
      <p className="state-title">{t('states.empty')}</p>
      {children}
    </div>
  );
}

/** Empty state of a page without data in this programme. */
export function EmptyPage({ title }: { title: string }) {
  return (
    <section>
      <h1 className="lead">{title}</h1>
      <Empty />
    </section>
  );
}

export function NotFound() {
  const { t } = useTranslation();
  useTitle(t('states.notFound'));
  return (
    <div className="state state-page">
      <h1 className="lead">{t('states.notFound')}</h1>
      <p>{t('states.notFoundHint')}</p>
      <p>
        <Go to="">{t('states.overview')}</Go>
      </p>
    </div>
  );
}

/** The live connection is lost: the page may be out of date. */
export function Stale({ since }: { since: Date }) {
  const { t } = useTranslation();
  const { age } = useFormat();
  return (
    <div className="band band-stale" role="status">
      <p className="column">{t('states.stale', { age: age(since, new Date()) })}</p>
    </div>
  );
}

export function NotRecorded() {
  const { t } = useTranslation();
  return (
    <span className="not-recorded">
      <span aria-hidden="true">—</span>
      <span className="visually-hidden">{t('table.notRecorded')}</span>
    </span>
  );
}

interface AnswerProps<T> {
  of: Reading<T>;
  /** Height of the loading content. */
  height: number;
  /** Set if it replaces the whole page. */
  page?: boolean;
  children: (data: T) => ReactNode;
}

/** Renders data once loaded; until then a placeholder or the error. */
export function Answer<T>({ of: { data, error, refetch }, height, page = false, children }: AnswerProps<T>) {
  if (error && page && error.status === 404) return <NotFound />;
  if (error && data === undefined) return <Failure page={page} problem={error} onRetry={refetch} />;
  if (data === undefined) return <Loading height={height} />;
  return children(data);
}

interface ReadPageProps<T> extends Omit<AnswerProps<T>, 'page'> {
  /** Document title until the item's own name is loaded. */
  title: string;
  named?: (data: T) => Bilingual;
  className?: string;
  /** Replacement if the reader may not see it. */
  refused?: (problem: Problem) => ReactNode;
}

/** A programme page backed by one query. */
export function ReadPage<T>({ title, named, className = 'page', refused, children, ...answer }: ReadPageProps<T>) {
  const text = useText();
  const { name } = useProgramme();
  const { data, error, isPlaceholderData } = answer.of;
  useTitle(named && data !== undefined ? text(named(data)).text : title, text(name).text);
  if (refused && (error?.status === 401 || error?.status === 403)) return refused(error);
  return (
    <Answer page {...answer}>
      {(shown) => (
        <div className={className} aria-busy={isPlaceholderData}>
          {children(shown)}
        </div>
      )}
    </Answer>
  );
}
