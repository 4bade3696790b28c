// SPDX-License-Identifier: AGPL-3.0-or-later
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { DataTable, type TableOf } from './DataTable.tsx';
import { FigureActions } from './FigureActions.tsx';
import { FigureNotes, type FigureNotesProps } from './FigureNotes.tsx';

export interface FigureProps<Row> extends FigureNotesProps {
  /** Unique on the page: the chart's own address is #id. */
  id: string;
  /** The finding, in words. */
  title: string;
  subtitle?: ReactNode;
  level?: 2 | 3;
  /** The same data as the chart. */
  table: TableOf<Row>;
  children: ReactNode;
}

/** On paper a chart that was never scrolled to is not drawn yet: its table stands in for it. */
function useTableOnPaper(chart: React.RefObject<HTMLElement | null>, show: (table: boolean) => void) {
  useEffect(() => {
    const before = () => {
      if (chart.current?.querySelector('[data-waiting]')) flushSync(() => show(true));
    };
    window.addEventListener('beforeprint', before);
    return () => window.removeEventListener('beforeprint', before);
  }, [chart, show]);
}

/** A chart with its finding, its source and the ways to take it away. */
export function Figure<Row>({
  id,
  title,
  subtitle,
  level = 2,
  table,
  children,
  source,
  datedOn,
  owner,
}: FigureProps<Row>) {
  const [asTable, setAsTable] = useState(false);
  const frame = useRef<HTMLElement>(null);
  const chart = useRef<HTMLDivElement>(null);
  const Heading = `h${level}` as const;
  useTableOnPaper(chart, setAsTable);
  useEffect(() => {
    if (window.location.hash === `#${id}`) frame.current?.scrollIntoView();
  }, [id]);
  return (
    <section className="figure" id={id} ref={frame} aria-labelledby={`${id}-title`}>
      <Heading id={`${id}-title`} className="figure-title">
        {title}
      </Heading>
      {subtitle && <p className="figure-subtitle">{subtitle}</p>}
      <div className="figure-body" ref={chart}>
        {asTable ? <DataTable caption={title} captionHidden table={table} /> : children}
      </div>
      <div className="figure-foot">
        <FigureNotes source={source} datedOn={datedOn} owner={owner} />
        <FigureActions id={id} title={title} table={table} asTable={asTable} onTable={setAsTable} frame={frame} />
      </div>
    </section>
  );
}
