// SPDX-License-Identifier: AGPL-3.0-or-later
import { spaceFields } from '../../../api/spaces/directory/fields.ts';
import { useColumns } from '../../charts/columns.ts';
import { Pile } from '../../charts/Pile.tsx';
import { useFormat } from '../../i18n/format.ts';
import { useText } from '../../i18n/text.ts';
import { useTranslate } from '../../i18n/translate.ts';
import { useProgramme } from '../../programme.ts';
import type { TableOf } from '../../ui/DataTable.tsx';
import { Figure } from '../../ui/Figure.tsx';
import { Go } from '../../ui/Go.tsx';
import type { Reuse } from './queries.ts';

type Reused = Reuse['reused'][number];

const yearDays = 365.25;
const yearsOf = (days: number) => Math.round((days / yearDays) * 10) / 10;

function useReusedTable(reused: readonly Reused[]): TableOf<Reused> {
  const { t, date } = useColumns();
  const { said } = useTranslate();
  const text = useText();
  return {
    columns: [
      {
        key: 'name',
        header: t('spaces.one'),
        value: ({ name }) => text(name).text,
        cell: ({ key, name }) => <Go to={`spaces/${key}`}>{text(name).text}</Go>,
        rowHeader: true,
        sortable: true,
      },
      date('disused', said(spaceFields.disused_since.label), ({ disusedSince }) => disusedSince),
      date('inUse', t('census.toUse.inUse'), ({ inUseSince }) => ({ date: inUseSince, precision: 'day' })),
      { key: 'days', header: t('census.toUse.days'), value: ({ days }) => days, numeric: true, sortable: true },
    ],
    rows: reused,
    rowKey: ({ key }) => key,
  };
}

/** Time that reused spaces had been empty. */
export function ToUseFigure({ reuse: { reused, medianDays } }: { reuse: Reuse }) {
  const { t } = useTranslate();
  const text = useText();
  const { number } = useFormat();
  const { owner, source, updatedOn } = useProgramme();
  const middle = yearsOf(medianDays ?? 0);
  const years = t('census.toUse.years', { count: middle === 1 ? 1 : 2, figure: number(middle) });
  const title = t('census.toUse.title', { count: reused.length, years });
  return (
    <Figure
      id="to-use"
      title={title}
      subtitle={t('census.toUse.words')}
      table={useReusedTable(reused)}
      source={source}
      datedOn={updatedOn}
      owner={owner}
    >
      <Pile
        label={title}
        axis={t('census.toUse.axis')}
        middleName={t('census.toUse.median')}
        middle={middle}
        dots={reused.map(({ key, name, days }) => ({ key, name: text(name).text, value: yearsOf(days) }))}
      />
    </Figure>
  );
}
