// SPDX-License-Identifier: AGPL-3.0-or-later
import { spaceFields } from '../../../api/spaces/directory/fields.ts';
import { type SpaceState, spaceStates } from '../../../api/spaces/directory/rules.ts';
import { useColumns } from '../../charts/columns.ts';
import { Stacks } from '../../charts/Stacks.tsx';
import { addDays } from '../../i18n/dates.ts';
import { useFormat } from '../../i18n/format.ts';
import { useTranslate } from '../../i18n/translate.ts';
import { useChoices } from '../../platform/fields/FieldValue.tsx';
import { useProgramme } from '../../programme.ts';
import type { TableOf } from '../../ui/DataTable.tsx';
import { Figure } from '../../ui/Figure.tsx';
import type { Reuse } from './queries.ts';

type Tick = Reuse['flow'][number];

/** From the bottom up: spaces in use on the baseline, abandoned ones on top. */
const upward: readonly SpaceState[] = [
  'in-use',
  'assigned',
  'in-call',
  'available',
  'verified',
  'surveyed',
  'returned',
  'withdrawn',
];

const yearDays = 365;
const totalOf = ({ counts }: Tick) => Object.values(counts).reduce((sum, one) => sum + one, 0);

function useFlowTable(flow: readonly Tick[]): TableOf<Tick> {
  const { t, date } = useColumns();
  const { wordOf } = useChoices();
  const states = spaceStates.filter((state) => flow.some(({ counts }) => (counts[state] ?? 0) > 0));
  return {
    columns: [
      { ...date<Tick>('on', t('census.flow.on'), ({ on }) => ({ date: on, precision: 'day' })), rowHeader: true },
      ...states.map((state) => ({
        key: state,
        header: wordOf(spaceFields.state, state),
        value: ({ counts }: Tick) => counts[state] ?? 0,
        numeric: true,
      })),
    ],
    rows: flow,
    rowKey: ({ on }) => on,
  };
}

/** Spaces in use now out of the total, and a year ago if known. */
function useFinding() {
  const { t } = useTranslate();
  return (flow: readonly Tick[]) => {
    const last = flow.at(-1);
    if (!last) return '';
    const title = t('census.flow.title', { count: last.counts['in-use'] ?? 0, of: totalOf(last) });
    const before = flow.findLast(({ on }) => on <= addDays(last.on, -yearDays));
    // No comparison if nothing changed in a year.
    return before && before.counts['in-use'] !== last.counts['in-use']
      ? title + t('census.flow.before', { before: before.counts['in-use'] ?? 0, of: totalOf(before) })
      : title;
  };
}

/** Spaces by state over time. */
export function FlowFigure({ reuse: { flow, pace } }: { reuse: Reuse }) {
  const { t } = useTranslate();
  const { optionsOf } = useChoices();
  const { monthShort } = useFormat();
  const { owner, source, updatedOn } = useProgramme();
  const title = useFinding()(flow);
  const nameOf = (on: string) => (pace === 'year' ? on.slice(0, 4) : `${monthShort(on)} ${on.slice(2, 4)}`);
  return (
    <Figure
      id="flow"
      title={title}
      subtitle={t(`census.flow.words.${pace}`)}
      table={useFlowTable(flow)}
      source={source}
      datedOn={updatedOn}
      owner={owner}
    >
      <Stacks
        label={title}
        parts={optionsOf(spaceFields.state, upward).map(({ value, label }) => ({ key: value, name: label }))}
        columns={flow.map(({ on, counts }) => ({ key: on, name: nameOf(on), values: counts }))}
      />
    </Figure>
  );
}
