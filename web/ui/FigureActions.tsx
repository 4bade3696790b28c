// SPDX-License-Identifier: AGPL-3.0-or-later
import { type MouseEvent, type RefObject, useState } from 'react';
import { useLocation, useOutletContext } from 'react-router';
import { useTranslate } from '../i18n/translate.ts';
import type { Programme } from '../programme.ts';
import { csvOf, save } from './csv.ts';
import type { TableOf } from './DataTable.tsx';

interface FigureActionsProps<Row> {
  id: string;
  title: string;
  table: TableOf<Row>;
  asTable: boolean;
  onTable: (asTable: boolean) => void;
  frame: RefObject<HTMLElement | null>;
}

/** Permalink to the chart as shown now: it fixes the day. */
function useStanding(id: string): string {
  const { pathname, search } = useLocation();
  const programme = useOutletContext<Pick<Programme, 'day'> | undefined>();
  const asked = new URLSearchParams(search);
  if (programme && !asked.has('asOf')) asked.set('asOf', programme.day);
  return `${pathname}?${asked}#${id}`;
}

function CopyLink({ id, title }: { id: string; title: string }) {
  const { t } = useTranslate();
  const [copied, setCopied] = useState(false);
  const address = useStanding(id);
  const copy = async (event: MouseEvent) => {
    // No clipboard API (plain http): open the link so that the user can copy it.
    if (!navigator.clipboard) return;
    event.preventDefault();
    const done = navigator.clipboard.writeText(new URL(address, window.location.href).href);
    setCopied(
      await done.then(
        () => true,
        () => false,
      ),
    );
  };
  return (
    <>
      <a href={address} aria-label={copied ? undefined : t('figure.linkOf', { title })} onClick={copy}>
        {copied ? t('figure.linkCopied') : t('figure.link')}
      </a>
      <span className="visually-hidden" role="status">
        {copied && t('figure.linkCopied')}
      </span>
    </>
  );
}

export function FigureActions<Row>({ id, title, table, asTable, onTable, frame }: FigureActionsProps<Row>) {
  const { t } = useTranslate();
  const drawn = async () => {
    if (!frame.current) return;
    const { svgOf } = await import('./drawing.ts');
    save(`${id}.svg`, 'image/svg+xml', svgOf(frame.current, title));
  };
  return (
    <div className="figure-actions">
      <button
        type="button"
        className="plain"
        aria-label={t(asTable ? 'figure.chartOf' : 'figure.tableOf', { title })}
        onClick={() => onTable(!asTable)}
      >
        {t(asTable ? 'figure.chart' : 'figure.table')}
      </button>
      <CopyLink id={id} title={title} />
      <button
        type="button"
        className="plain"
        aria-label={t('figure.csvOf', { title })}
        onClick={() => save(`${id}.csv`, 'text/csv;charset=utf-8', csvOf(table))}
      >
        {t('figure.csv')}
      </button>
      <button type="button" className="plain" aria-label={t('figure.svgOf', { title })} onClick={drawn}>
        {t('figure.svg')}
      </button>
    </div>
  );
}
