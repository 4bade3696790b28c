// SPDX-License-Identifier: AGPL-3.0-or-later
import { useCells } from '../../charts/cells.tsx';
import { Flow } from '../../charts/Flow.tsx';
import type { FlowLink, FlowNode } from '../../charts/flow.ts';
import { useFormat } from '../../i18n/format.ts';
import { useText } from '../../i18n/text.ts';
import { useTranslate } from '../../i18n/translate.ts';
import { useProgramme } from '../../programme.ts';
import type { Column } from '../../ui/DataTable.tsx';
import { Figure } from '../../ui/Figure.tsx';
import type { Money } from './queries.ts';

const columns = { source: 0, area: 1, recipient: 2 } as const;
const mostRecipients = 8;
const rest = 'recipient/ rest';

/** Capitalises the first letter. */
const first = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);

const sumOf = (links: readonly FlowLink[], id: string) => {
  const side = (end: 'from' | 'to') => links.reduce((sum, link) => (link[end] === id ? sum + link.value : sum), 0);
  return Math.max(side('from'), side('to'));
};

/** The largest recipients by name; if there are many, the rest are combined. */
function useNodes({ flow, totals }: Money): { nodes: FlowNode[]; links: FlowLink[] } {
  const { t } = useTranslate();
  const text = useText();
  const { euroShort, share } = useFormat();
  const given = flow.links.map(({ from, to, eur }) => ({ from, to, value: eur }));
  const recipients = flow.nodes
    .filter(({ kind }) => kind === 'recipient')
    .toSorted((a, b) => sumOf(given, b.id) - sumOf(given, a.id));
  const small = recipients.length > mostRecipients ? recipients.slice(mostRecipients - 1).map(({ id }) => id) : [];
  const links = new Map<string, FlowLink>();
  for (const { from, to, value } of given) {
    const end = small.includes(to) ? rest : to;
    const link = links.get(`${from} ${end}`);
    links.set(`${from} ${end}`, { from, to: end, value: value + (link?.value ?? 0) });
  }
  const flows = [...links.values()];
  const figure = (id: string) => {
    const value = sumOf(flows, id);
    return `${euroShort(value)} · ${share(value / (totals.amountEur || 1))}`;
  };
  const nodes = flow.nodes
    .filter(({ id }) => !small.includes(id))
    .map(
      ({ id, kind, name }): FlowNode => ({
        id,
        column: columns[kind],
        name: name ? text(name).text : t('money.flow.unknown'),
        figure: figure(id),
        unknown: name === null,
      }),
    );
  if (small.length)
    nodes.push({
      id: rest,
      column: 2,
      name: t('money.flow.others', { count: small.length }),
      figure: figure(rest),
      unknown: false,
    });
  return { nodes, links: flows };
}

type Link = Money['flow']['links'][number];

function useFlowTable({ flow }: Money) {
  const { t, text, amount } = useCells();
  const nameOf = (id: string) => {
    const name = flow.nodes.find((node) => node.id === id)?.name;
    return name ? text(name).text : t('money.flow.unknown');
  };
  const columnsOf: Column<Link>[] = [
    { key: 'from', header: t('money.flow.from'), value: ({ from }) => nameOf(from), rowHeader: true },
    { key: 'to', header: t('money.flow.to'), value: ({ to }) => nameOf(to) },
    amount('amount', t('money.amount'), ({ eur }) => eur, 'eur'),
  ];
  return { columns: columnsOf, rows: flow.links, rowKey: ({ from, to }: Link) => `${from} ${to}` };
}

/** Flow of money from sources through areas to recipients. */
export function FlowFigure({ money }: { money: Money }) {
  const { t } = useTranslate();
  const { theShare } = useFormat();
  const { owner, updatedOn } = useProgramme();
  const table = useFlowTable(money);
  const { totals, funds } = money;
  const unknown = totals.unallocatedEur / (totals.amountEur || 1);
  const title =
    unknown > 0 ? t('money.flow.titleUnknown', { share: first(theShare(unknown)) }) : t('money.flow.titleKnown');
  return (
    <Figure
      id="flow"
      title={title}
      subtitle={t('money.flow.subtitle')}
      table={table}
      source={funds[0]?.source}
      datedOn={updatedOn}
      owner={owner}
    >
      <Flow label={title} {...useNodes(money)} />
      {unknown > 0 && <p className="chart-key">{t('money.flow.key')}</p>}
    </Figure>
  );
}
