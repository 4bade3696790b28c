// SPDX-License-Identifier: AGPL-3.0-or-later

import { useParams } from 'react-router';
import type { Indicator, Measurement } from '../../../api/city/indicators/contract.ts';
import { betterWords, subjectWords } from '../../../api/city/indicators/fields.ts';
import { atOdds } from '../../../api/city/indicators/rules.ts';
import { useCells } from '../../charts/cells.tsx';
import { Dots } from '../../charts/Dots.tsx';
import { useFormat } from '../../i18n/format.ts';
import { useText } from '../../i18n/text.ts';
import { useTranslate } from '../../i18n/translate.ts';
import { History } from '../../platform/history/History.tsx';
import { useProgramme } from '../../programme.ts';
import { type Column, DataTable } from '../../ui/DataTable.tsx';
import { Facts } from '../../ui/Facts.tsx';
import { Figure } from '../../ui/Figure.tsx';
import { FigureNotes } from '../../ui/FigureNotes.tsx';
import { Go } from '../../ui/Go.tsx';
import { Prose } from '../../ui/Prose.tsx';
import { ReadPage } from '../../ui/states.tsx';
import { Words } from '../../ui/Words.tsx';
import { useIndicator } from './queries.ts';

/** Conflicting sources, the value in use and the reason. */
function Disagreement({ indicator }: { indicator: Indicator }) {
  const { t } = useTranslate();
  const { exactly } = useFormat();
  const text = useText();
  const odd = atOdds(indicator.measurements);
  if (odd.length === 0) return null;
  const said = odd.map(({ value, source }) =>
    t('indicator.reading', {
      value: exactly(value, indicator.unit),
      source: source ? text(source.name).text : t('indicator.noSource'),
    }),
  );
  const chosen = odd.find((one) => one.chosen);
  const value = exactly(chosen?.value ?? 0, indicator.unit);
  const why = chosen?.note ?? null;
  return (
    <p className="caveat">
      <strong>{t('indicator.disagreement', { values: [...new Set(said)].join('; ') })}</strong>{' '}
      {!chosen && t('indicator.notChosen')}
      {chosen && (why ? t('indicator.chosenWhy', { value, why: text(why).text }) : t('indicator.chosen', { value }))}
    </p>
  );
}

function Heading({ indicator }: { indicator: Indicator }) {
  const { t } = useTranslate();
  const { quantity, when } = useFormat();
  const text = useText();
  const { owner, updatedOn } = useProgramme();
  const { name, latest, unit, summary, note, source } = indicator;
  const named = text(name).text;
  return (
    <section className="record-notes">
      <h1 className="lead">
        {latest
          ? t('indicator.lead', { name: named, value: quantity(latest.value, unit) }) +
            t('indicator.leadOn', { date: when(latest.measured) })
          : t('indicator.nothing', { name: named })}
        .
      </h1>
      <Prose of={summary} />
      <Disagreement indicator={indicator} />
      <Prose of={note} />
      <FigureNotes source={latest?.source ?? source} datedOn={updatedOn} owner={owner} />
    </section>
  );
}

function useReadingTable({ measurements, unit }: Indicator) {
  const { t, text, format, date, link, source, note } = useCells();
  const columns: Column<Measurement>[] = [
    { ...date<Measurement>('on', t('indicators.on'), ({ measured }) => measured), rowHeader: true },
    {
      key: 'value',
      header: t('indicators.value'),
      value: ({ value }) => value,
      cell: ({ value }) => format.exactly(value, unit),
      numeric: true,
      sortable: true,
    },
    {
      key: 'mark',
      header: t('indicator.mark'),
      value: ({ chosen, baseline }) =>
        [chosen && t('indicator.marks.chosen'), baseline && t('indicator.marks.baseline')].filter(Boolean).join(', ') ||
        null,
    },
    ...(measurements.some(({ zone }) => zone)
      ? [link<Measurement>('zone', t('charts.zone'), ({ zone }) => zone, 'periphery#')]
      : []),
    source(),
    { ...note<Measurement>(), value: (one) => (one.note ? text(one.note).text : null) },
  ];
  return { columns, rows: measurements, rowKey: ({ key }: Measurement) => key };
}

function Readings({ indicator }: { indicator: Indicator }) {
  const { t } = useTranslate();
  const { quantity } = useFormat();
  const { owner, updatedOn } = useProgramme();
  const { measurements, unit, target, source } = indicator;
  const table = useReadingTable(indicator);
  const whole = measurements.filter(({ zone }) => zone === null);
  const values = whole.map(({ value }) => value);
  const [low, high] = [Math.min(...values), Math.max(...values)].map((value) => quantity(value, unit));
  const title = t('indicator.readings', { count: whole.length, low: low ?? '', high: high ?? '' });
  const dots = whole.map(({ key, value, measured, chosen, baseline }) => ({
    key,
    value,
    on: measured.date,
    chosen,
    baseline,
  }));
  return (
    <Figure
      id="readings"
      title={title}
      subtitle={t('indicator.subtitle')}
      table={table}
      source={source}
      datedOn={updatedOn}
      owner={owner}
    >
      {dots.length > 1 && <Dots label={title} unit={unit} dots={dots} target={target} />}
      <div className="wordy">
        <DataTable caption={title} captionHidden table={table} />
      </div>
    </Figure>
  );
}

function About({ indicator: { subject, area, better, target, targetOn, unit } }: { indicator: Indicator }) {
  const { t, said } = useTranslate();
  const { quantity, day } = useFormat();
  const value = target === null ? null : quantity(target, unit);
  const facts = [
    [t('indicator.subject'), said(subjectWords[subject])],
    ...(area
      ? [
          [
            t('milestone.area'),
            <Go key="area" to={`areas/${area.key}`}>
              <Words of={area.name} />
            </Go>,
          ] as const,
        ]
      : []),
    [t('indicator.better'), better && said(betterWords[better])],
    [t('indicator.target'), value && (targetOn ? t('indicators.targetOn', { value, date: day(targetOn) }) : value)],
  ] as const;
  return (
    <section>
      <Facts facts={facts} />
    </section>
  );
}

/** One indicator with all measurements and conflicts between sources. */
export function IndicatorPage() {
  const { t } = useTranslate();
  const { indicator = '' } = useParams();
  return (
    <ReadPage of={useIndicator(indicator)} title={t('indicator.one')} named={({ name }) => name} height={800}>
      {(found) => (
        <>
          <Heading indicator={found} />
          {found.measurements.length > 0 && <Readings indicator={found} />}
          <About indicator={found} />
          <History of={`indicators/${found.key}`} />
        </>
      )}
    </ReadPage>
  );
}
