// SPDX-License-Identifier: AGPL-3.0-or-later
import { linkKinds, mostThreads, type Thread } from '../../../api/overview/chain/rules.ts';
import { useFormat } from '../../i18n/format.ts';
import { useTranslate } from '../../i18n/translate.ts';
import { useProgramme } from '../../programme.ts';
import type { Column } from '../../ui/DataTable.tsx';
import { Figure } from '../../ui/Figure.tsx';
import { Go } from '../../ui/Go.tsx';
import { Empty, ReadPage } from '../../ui/states.tsx';
import { Words } from '../../ui/Words.tsx';
import { ChainColumns } from './ChainColumns.tsx';
import { ChainTree } from './ChainTree.tsx';
import { type Chain, pageOf, useAsked, useChain, useItemWords } from './queries.ts';

/** Counts of linked items. */
function useFinding({ items }: Chain): string {
  const { t } = useTranslate();
  const { list } = useFormat();
  const counted = (['call', 'space', 'organisation'] as const)
    .map((kind) => [kind, items.filter((item) => item.kind === kind).length] as const)
    .filter(([, count]) => count > 0)
    .map(([kind, count]) => t(`chain.counted.${kind}`, { count }));
  const open = items.filter(({ award }) => award?.stage === 'opened').length;
  if (counted.length === 0) return t('chain.nothing');
  const counts = list(counted);
  const begun = counts.charAt(0).toUpperCase() + counts.slice(1);
  return open > 0 ? t('chain.findingOpen', { told: begun, count: open }) : t('chain.finding', { told: begun });
}

function useThreadTable({ items, threads }: Chain) {
  const { t } = useTranslate();
  const wordsOf = useItemWords();
  const byId = new Map(items.map((item) => [item.id, item]));
  const columns = linkKinds
    .filter((kind) => items.some((item) => item.kind === kind))
    .map((kind, at): Column<Thread> => {
      const of = (thread: Thread) => byId.get(thread[kind] ?? '');
      const words = (thread: Thread) => {
        const item = of(thread);
        if (!item) return null;
        const { name, state } = wordsOf(item);
        return state ? `${name} (${state})` : name;
      };
      const cell = (thread: Thread) => {
        const item = of(thread);
        return item ? <Go to={pageOf(item)}>{words(thread)}</Go> : '—';
      };
      return { key: kind, header: t(`chain.kinds.${kind}`), value: words, cell, rowHeader: at === 0 };
    });
  return { columns, rows: threads, rowKey: (thread: Thread) => linkKinds.map((kind) => thread[kind]).join(' ') };
}

function Whole({ chain }: { chain: Chain }) {
  const { t } = useTranslate();
  const { owner, updatedOn, name } = useProgramme();
  const table = useThreadTable(chain);
  const title = useFinding(chain);
  return (
    <>
      <section>
        <p className="kicker">{chain.of ? <Go to="chain">{t('chain.title')}</Go> : <Words of={name} />}</p>
        <h1 className="lead">{chain.of ? <Words of={chain.of.name} /> : t('chain.see')}</h1>
        <p className="byline">
          {chain.of && (
            <span>
              <Go to={pageOf(chain.of)}>{t('chain.own')}</Go>
            </span>
          )}
          <span>{t('chain.about')}</span>
        </p>
      </section>
      {chain.threads.length === 0 ? (
        <Empty>
          <p>{t('chain.nothing')}</p>
        </Empty>
      ) : (
        <Figure
          id="chain"
          title={title}
          subtitle={chain.leftOut > 0 ? t('chain.leftOut', { most: mostThreads, count: chain.leftOut }) : undefined}
          table={table}
          datedOn={updatedOn}
          owner={owner}
        >
          <ChainColumns chain={chain} />
          <ChainTree chain={chain} />
        </Figure>
      )}
    </>
  );
}

/** The chain: area, milestone, call, space, firm, outcome. */
export function ChainPage() {
  const { t } = useTranslate();
  const of = useAsked();
  const { name } = useProgramme();
  return (
    <ReadPage of={useChain(of)} title={t('chain.title')} named={(chain) => chain.of?.name ?? name} height={700}>
      {(chain) => <Whole chain={chain} />}
    </ReadPage>
  );
}
