// SPDX-License-Identifier: AGPL-3.0-or-later
import { type ReactNode, useEffect, useRef } from 'react';
import { useFormat } from '../i18n/format.ts';
import { useTranslate } from '../i18n/translate.ts';
import type { Pages } from '../reading.ts';
import { Failure, Loading } from './states.tsx';

export interface ListingProps<T> {
  pages: Pages<T>;
  /** Message if no item matches the filters. */
  nothing: string;
  children: (items: readonly T[]) => ReactNode;
}

function More<T>({ shown, pages }: { shown: number; pages: Pages<T> }) {
  const { t } = useTranslate();
  const { number } = useFormat();
  const { total, totalIsExact, more } = pages;
  const count = useRef<HTMLSpanElement>(null);
  const asked = useRef(false);
  useEffect(() => {
    // The button disappears with the last page: move focus to the count.
    if (!more && asked.current) count.current?.focus();
  }, [more]);
  const read = () => {
    asked.current = true;
    more?.();
  };
  return (
    <p className="more">
      <span ref={count} tabIndex={-1} role="status">
        {more
          ? t(totalIsExact ? 'listing.shown' : 'listing.shownOfMore', { shown: number(shown), total: number(total) })
          : t('listing.all', { count: shown })}
      </span>
      {more && (
        <button type="button" className="button" onClick={read}>
          {t('listing.more')}
        </button>
      )}
    </p>
  );
}

/** A paginated list with its loading, empty and error states. */
export function Listing<T>({ pages, nothing, children }: ListingProps<T>) {
  const { items, error, refetch, isPlaceholderData, more } = pages;
  const grown = useRef(false);
  if (more) grown.current = true;
  if (error && !items) return <Failure problem={error} onRetry={refetch} />;
  if (!items) return <Loading height={480} />;
  if (items.length === 0)
    return (
      <div className="state">
        <p className="state-title">{nothing}</p>
      </div>
    );
  return (
    <div className="listing" aria-busy={isPlaceholderData}>
      {children(items)}
      {grown.current && <More shown={items.length} pages={pages} />}
    </div>
  );
}
