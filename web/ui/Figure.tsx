// SPDX-License-Identifier: AGPL-3.0-or-later
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { DataTable, type TableOf } from './DataTable.tsx';
import { FigureActions } from './FigureActions.tsx';
import { FigureNotes, type FigureNotesProps } from './FigureNotes.tsx';

export interface FigureProps<Row> extends FigureNotesProps {
  /** Unique on the page; used as the chart's hash. */
  id: string;
  /** The finding as a sentence. */
  title: string;
  subtitle?: ReactNode;
  level?: 2 | 3;
  /** The chart's data as a table. */
  table: TableOf<Row>;
  children: ReactNode;
}

/** In print, a lazy chart that has not loaded is replaced by its table. */
function useTableOnPaper(chart: React.RefObject<HTMLElement | null>, show: (table: boolean) => void) {
  useEffect(() => {
    const before = () => {
      if (chart.current?.querySelector('[data-waiting]')) flushSync(() => show(true));
    };
    window.addEventListener('beforeprint', before);
    return () => window.removeEventListener('beforeprint', before);
  }, [chart, show]);
}

/** A chart with its finding, source and export actions. */
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
