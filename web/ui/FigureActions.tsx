// SPDX-License-Identifier: AGPL-3.0-or-later
import { type RefObject, useState } from 'react';
import { useTranslation } from 'react-i18next';
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

function CopyLink({ id, title }: { id: string; title: string }) {
  const { t } = useTranslation();
  const [copied, setCopied] = useState(false);
  const copy = async (event: React.MouseEvent<HTMLAnchorElement>) => {
    const address = event.currentTarget.href;
    // Without a clipboard (plain http) the link still leads to the chart, to be copied by hand.
    const done = await navigator.clipboard?.writeText(address).then(
      () => true,
      () => false,
    );
    setCopied(done ?? false);
  };
  return (
    <>
      <a
        href={`${window.location.pathname}${window.location.search}#${id}`}
        aria-label={copied ? undefined : t('figure.linkOf', { title })}
        onClick={copy}
      >
        {copied ? t('figure.linkCopied') : t('figure.link')}
      </a>
      <span className="visually-hidden" role="status">
        {copied && t('figure.linkCopied')}
      </span>
    </>
  );
}

export function FigureActions<Row>({ id, title, table, asTable, onTable, frame }: FigureActionsProps<Row>) {
  const { t } = useTranslation();
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
