// SPDX-License-Identifier: AGPL-3.0-or-later

import type { Indicator, Measurement } from '../../../api/city/indicators/contract.ts';
import { atOdds } from '../../../api/city/indicators/rules.ts';
import { useColumns } from '../../charts/columns.ts';
import { useText } from '../../i18n/text.ts';
import { useTranslate } from '../../i18n/translate.ts';
import { useProgramme } from '../../programme.ts';
import type { TableOf } from '../../ui/DataTable.tsx';
import { Figure } from '../../ui/Figure.tsx';
import { Answer } from '../../ui/states.tsx';
import { Words } from '../../ui/Words.tsx';
import { type Subject, useIndicators } from './queries.ts';
import { Reading } from './Reading.tsx';

interface Row {
  indicator: Indicator;
  one: Measurement;
}

function useReadingsTable(indicators: readonly Indicator[]): TableOf<Row> {
  const { t, format, date } = useColumns();
  const text = useText();
  const words = (of: Measurement['note'] | undefined) => (of ? text(of).text : null);
  return {
    columns: [
      {
        key: 'name',
        header: t('indicators.name'),
        value: ({ indicator }) => text(indicator.name).text,
        rowHeader: true,
      },
      {
        key: 'value',
        header: t('indicators.value'),
        value: ({ one }) => one.value,
        cell: ({ indicator, one }) => format.exactly(one.value, indicator.unit),
        numeric: true,
      },
      date('on', t('indicators.on'), ({ one }) => one.measured),
      { key: 'zone', header: t('indicators.zone'), value: ({ one }) => words(one.zone?.name) },
      { key: 'source', header: t('indicators.source'), value: ({ one }) => words(one.source?.name) },
      { key: 'note', header: t('indicators.note'), value: ({ one }) => words(one.note) },
    ],
    rows: indicators.flatMap((indicator) => indicator.measurements.map((one) => ({ indicator, one }))),
    rowKey: ({ one }) => one.key,
  };
}

/** Groups indicators with the same note. */
function groupsOf(indicators: readonly Indicator[]): Indicator[][] {
  const groups = new Map<string, Indicator[]>();
  for (const one of indicators) {
    const note = one.note?.it ?? '';
    groups.set(note, [...(groups.get(note) ?? []), one]);
  }
  return [...groups.values()];
}

function Group({ indicators }: { indicators: readonly Indicator[] }) {
  const note = indicators.length > 1 ? indicators[0]?.note : null;
  return (
    <>
      {note && (
        <p className="reading-group">
          <Words of={note} />
        </p>
      )}
      <ul className="reading-list">
        {indicators.map((one) => (
          <Reading key={one.key} indicator={one} noted={!note} />
        ))}
      </ul>
    </>
  );
}

function Shown({ id, title, indicators }: { id: string; title: string; indicators: readonly Indicator[] }) {
  const { t } = useTranslate();
  const { owner, updatedOn } = useProgramme();
  const table = useReadingsTable(indicators);
  const odd = indicators.filter((one) => atOdds(one.measurements).length > 0).length;
  return (
    <Figure
      id={id}
      title={odd ? t('indicators.finding', { title, count: odd }) : title}
      subtitle={t('indicators.readings')}
      table={table}
      datedOn={updatedOn}
      owner={owner}
    >
      {groupsOf(indicators).map((group) => (
        <Group key={group[0]?.key} indicators={group} />
      ))}
    </Figure>
  );
}

export interface ReadingsProps {
  id: string;
  title: string;
  subjects: readonly Subject[];
}

/** Indicators of a subject; nothing if there are none. */
export function Readings({ id, title, subjects }: ReadingsProps) {
  return (
    <Answer of={useIndicators()} height={300}>
      {({ items }) => {
        const indicators = items.filter(({ subject, latest }) => latest && subjects.includes(subject));
        return indicators.length > 0 && <Shown id={id} title={title} indicators={indicators} />;
      }}
    </Answer>
  );
}
