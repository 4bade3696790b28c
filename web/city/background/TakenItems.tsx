// SPDX-License-Identifier: AGPL-3.0-or-later

import { useText } from '../../i18n/text.ts';
import { useTranslate } from '../../i18n/translate.ts';
import { MaybeGo } from '../../ui/Go.tsx';
import { Words } from '../../ui/Words.tsx';
import type { Taken, WholeSource } from './queries.ts';

type Kind = Taken['kind'];

const pages: Partial<Record<Kind, string>> = {
  programme: '',
  area: 'areas/',
  milestone: 'milestones/',
  cycle: 'plan?cycle=',
  lab: 'labs/',
  space: 'spaces/',
  call: 'calls/',
  organisation: 'organisations/',
  agreement: 'agreements/',
  event: 'events/',
  indicator: 'indicators/',
  zone: 'periphery#',
  context: 'context#',
};

const pageOf = ({ kind, key }: Taken): string | undefined => {
  const page = pages[kind];
  return page === '' || page === undefined ? page : page + key;
};

interface Grouped {
  item: Taken;
  /** Number of items with the same name, e.g. a milestone's promises. */
  times: number;
}

function groupedOf(items: readonly Taken[]): Grouped[] {
  const groups = new Map<string, Grouped>();
  for (const item of items) {
    const name = pageOf(item) === undefined ? (item.name?.it ?? item.key) : item.key;
    const known = groups.get(name);
    groups.set(name, { item: known?.item ?? item, times: (known?.times ?? 0) + 1 });
  }
  return [...groups.values()];
}

function Group({ kind, items }: { kind: Kind; items: readonly Taken[] }) {
  const { t, i18n } = useTranslate();
  const text = useText();
  const nameOf = ({ name, key }: Taken) => (name ? text(name).text : key);
  const order = new Intl.Collator(i18n.language, { numeric: true });
  const grouped = groupedOf(items).toSorted((a, b) => order.compare(nameOf(a.item), nameOf(b.item)));
  return (
    <section className="taken" aria-labelledby={`taken-${kind}`}>
      <h2 id={`taken-${kind}`}>
        {t(`context.taken.${kind}`)} <span className="muted">{items.length}</span>
      </h2>
      <ul className={grouped.length > 3 ? 'taken-list is-long' : 'taken-list'}>
        {grouped.map(({ item, times }) => (
          <li key={item.key}>
            <MaybeGo to={pageOf(item)}>{item.name ? <Words of={item.name} /> : item.key}</MaybeGo>
            {times > 1 && <span className="muted"> × {times}</span>}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** All items from a source, by kind. */
export function TakenItems({ source: { items } }: { source: WholeSource }) {
  const kinds = [...new Set(items.map(({ kind }) => kind))];
  return kinds.map((kind) => <Group key={kind} kind={kind} items={items.filter((item) => item.kind === kind)} />);
}
