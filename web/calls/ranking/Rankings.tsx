// SPDX-License-Identifier: AGPL-3.0-or-later

import { tieWords } from '../../../api/calls/drafting/fields.ts';
import { useCells } from '../../charts/cells.tsx';
import { useProgramme } from '../../programme.ts';
import { useAddress } from '../../ui/address.ts';
import { type Column, DataTable, type TableOf } from '../../ui/DataTable.tsx';
import { Figure } from '../../ui/Figure.tsx';
import { Help } from '../../ui/Help.tsx';
import { Answer } from '../../ui/states.tsx';
import type { WholeCall } from '../published/queries.ts';
import { type Ranking, useRankings } from './queries.ts';

type Entry = Ranking['entries'][number];

/** Name of the criterion that decided a tie. */
function useTie({ run }: WholeCall) {
  const { t, said, text } = useCells();
  return (tie: string) => {
    const key = tie.replace(/^criterion:/, '');
    const criterion = run?.criteria.find((one) => one.key === key);
    if (criterion) return t('bids.tie.criterion', { name: text(criterion.name).text });
    return tie === 'earlier' || tie === 'lower-request' ? said(tieWords[tie]) : t('bids.tie.lot');
  };
}

function useEntryTable(call: WholeCall, ranking: Ranking): TableOf<Entry> {
  const { t, text, format, link } = useCells();
  const tieOf = useTie(call);
  const points = (key: string, header: string, of: (entry: Entry) => number): Column<Entry> => ({
    key,
    header,
    value: of,
    // Excluded applications have no score: 0 would be misleading.
    cell: (entry) => (entry.outcome === 'excluded' ? '—' : format.exact(of(entry))),
    numeric: true,
  });
  const criteria = call.run?.criteria ?? [];
  const lotOf = (key: string | null) => call.lotList.find((lot) => lot.key === key)?.space ?? null;
  const amount = ({ amountCents }: Entry) => (amountCents > 0 ? amountCents / 100 : null);
  const why = ({ reason, tie }: Entry) => reason ?? (tie ? t('ranking.decided', { by: tieOf(tie) }) : '');
  // Calls that offer spaces without money have no funded amount.
  const outcomeOf = (outcome: Entry['outcome']) =>
    outcome === 'waiting' && call.budgetEur === null ? 'waiting-space' : outcome;
  const columns: Column<Entry>[] = [
    {
      key: 'rank',
      header: t('ranking.rank'),
      value: ({ rank }) => rank,
      numeric: true,
      cell: (one) => one.rank ?? '—',
    },
    { key: 'number', header: t('ranking.number'), value: ({ number }) => number, numeric: true },
    { key: 'firm', header: t('ranking.firm'), value: ({ firm }) => firm, rowHeader: true },
    ...criteria.map(({ key, name }) => points(key, text(name).text, (entry) => entry.points[key] ?? 0)),
    points('bonus', t('ranking.bonus'), ({ bonus }) => bonus),
    points('total', t('ranking.total'), ({ total }) => total),
    {
      key: 'outcome',
      header: t('ranking.outcome'),
      value: ({ outcome }) => t(`ranking.outcomes.${outcomeOf(outcome)}`),
    },
    ...(call.lotList.length > 0 ? [link<Entry>('lot', t('ranking.lot'), ({ lot }) => lotOf(lot), 'spaces/')] : []),
    ...(call.budgetEur === null
      ? []
      : [
          {
            key: 'amount',
            header: t('ranking.amount'),
            value: amount,
            cell: (one: Entry) => (amount(one) === null ? '—' : format.euro(amount(one) ?? 0)),
            numeric: true,
          },
        ]),
    { key: 'why', header: t('ranking.why'), value: why },
  ];
  return { columns, rows: ranking.entries, rowKey: ({ number }) => String(number) };
}

function One({ call, ranking }: { call: WholeCall; ranking: Ranking }) {
  const { t, format } = useCells();
  const { programme } = useAddress();
  const { owner } = useProgramme();
  const { number, kind, publishedOn, act, entries, objectionsUntil } = ranking;
  const table = useEntryTable(call, ranking);
  const assigned = entries.filter(({ outcome }) => outcome === 'assigned' || outcome === 'partial').length;
  const at = `/api/v1/programmes/${programme}/calls/${call.key}/rankings/${number}`;
  const title = t(`ranking.title.${kind}`, { assigned, count: entries.length });
  return (
    <Figure
      id={`ranking-${number}`}
      title={title}
      subtitle={t('ranking.on', { date: format.at({ date: publishedOn, precision: 'day' }), act: act ?? '—' })}
      table={table}
      datedOn={publishedOn}
      owner={owner}
    >
      <div className="ranking">
        <DataTable caption={title} captionHidden table={table} />
      </div>
      {kind === 'next' && <Help of="next" />}
      {objectionsUntil && <Help of="objections" />}
      {objectionsUntil && <p className="prose">{t('ranking.objections', { at: format.deadline(objectionsUntil) })}</p>}
      <p className="prose">
        {t('ranking.recompute')}{' '}
        <a href={`${at}/recompute.json`} download>
          {t('ranking.inputs')}
        </a>{' '}
        ·{' '}
        <a href={`${at}/ranking.csv?for=excel`} download>
          {t('ranking.excel')}
        </a>{' '}
        ·{' '}
        <a href={`${at}/ranking.csv`} download>
          {t('ranking.csv')}
        </a>
      </p>
    </Figure>
  );
}

/** All rankings of a call; the latest is in force. */
export function Rankings({ call }: { call: WholeCall }) {
  const { t } = useCells();
  return (
    <Answer of={useRankings(call.key)} height={0}>
      {({ items }) => {
        const [latest, ...before] = items.toReversed();
        return (
          <>
            {latest && <One call={call} ranking={latest} />}
            {before.length > 0 && (
              <details className="earlier">
                <summary>{t('ranking.earlier', { count: before.length })}</summary>
                {before.map((ranking) => (
                  <One key={ranking.number} call={call} ranking={ranking} />
                ))}
              </details>
            )}
          </>
        );
      }}
    </Answer>
  );
}
