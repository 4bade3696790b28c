// SPDX-License-Identifier: AGPL-3.0-or-later
import type { ReactNode } from 'react';
import type { Problem } from '../http.ts';
import type { Bilingual } from '../i18n/text.ts';
import { useText } from '../i18n/text.ts';
import { useProgramme } from '../programmes/queries.ts';
import type { Reading } from '../reading.ts';
import { Failure, Loading, NotFound } from './states.tsx';
import { useTitle } from './title.ts';

interface AnswerProps<T> {
  of: Reading<T>;
  /** The height of what is coming. */
  height: number;
  /** Set where it stands for the whole page. */
  page?: boolean;
  children: (data: T) => ReactNode;
}

/** What was read, once it is there; before that its place, and what went wrong. */
export function Answer<T>({ of: { data, error, refetch }, height, page = false, children }: AnswerProps<T>) {
  if (error && page && error.status === 404) return <NotFound />;
  if (error && data === undefined) return <Failure page={page} problem={error} onRetry={refetch} />;
  if (data === undefined) return <Loading height={height} />;
  return children(data);
}

interface ReadPageProps<T> extends Omit<AnswerProps<T>, 'page'> {
  /** In the browser's tab; the thing's own name replaces it once it is read. */
  title: string;
  named?: (data: T) => Bilingual;
  className?: string;
  /** What stands for it where the reader may not see it. */
  refused?: (problem: Problem) => ReactNode;
}

/** A page of the programme that shows one answer. */
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
