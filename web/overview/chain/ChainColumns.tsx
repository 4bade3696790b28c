// SPDX-License-Identifier: AGPL-3.0-or-later
import { type LinkKind, linesOf, linkKinds, placesOf, type Stop, stopsOf } from '../../../api/overview/chain/rules.ts';
import { useTranslate } from '../../i18n/translate.ts';
import { ItemLink } from './ItemLink.tsx';
import { type Chain, type ChainItem, hereOf } from './queries.ts';

/** Share of the column width for items; the rest is for lines. */
const width = 0.82;
const rowRem = 4.75;
const isGone = ({ award }: ChainItem) => award?.stage === 'gave-up' || award?.stage === 'revoked';

interface Drawn {
  chain: Chain;
  kinds: readonly LinkKind[];
  stops: readonly Stop[][];
  places: ReadonlyMap<string, number>;
  rows: number;
}

/** Lines between linked items, joining the rule above each item. */
function Lines({ chain, kinds, stops, places, rows }: Drawn) {
  const here = hereOf(chain);
  const ended = new Set(chain.items.filter(isGone).map(({ id }) => id));
  const at = ({ kind, id }: Stop) => ({ x: kinds.indexOf(kind), y: places.get(id) ?? 0 });
  const all = new Map(stops.flat().map((stop) => [stop.id, stop]));
  return (
    <svg className="chain-lines" viewBox={`0 0 ${kinds.length} ${rows}`} preserveAspectRatio="none" aria-hidden="true">
      {linesOf(stops).map(({ from, to }) => {
        const [a, b] = [at(from), at(to)];
        const middle = b.x - (1 - width) / 2;
        const d = `M${a.x + width} ${a.y} C${middle} ${a.y} ${middle} ${b.y} ${b.x} ${b.y}`;
        return <path key={`${from.id} ${to.id}`} className={ended.has(to.id) ? 'is-gone' : undefined} d={d} />;
      })}
      {[...all.values()].map((stop) => {
        const { x, y } = at(stop);
        return (
          <path key={stop.id} className={stop.id === here ? 'is-here' : undefined} d={`M${x} ${y} H${x + width}`} />
        );
      })}
    </svg>
  );
}

function Column({ kind, of, drawn: { chain, kinds, places } }: { kind: LinkKind; of: ChainItem[]; drawn: Drawn }) {
  const { t } = useTranslate();
  const here = hereOf(chain);
  return (
    <ol aria-label={t(`chain.kinds.${kind}`)}>
      {of.map((item) => (
        <li
          key={item.id}
          className={`chain-item${item.id === here ? ' is-here' : ''}${isGone(item) ? ' is-gone' : ''}`}
          style={{
            insetInlineStart: `${(kinds.indexOf(kind) / kinds.length) * 100}%`,
            top: `${(places.get(item.id) ?? 0) * rowRem}rem`,
            width: `${(width / kinds.length) * 100}%`,
          }}
        >
          <ItemLink item={item} here={item.id === here} />
        </li>
      ))}
    </ol>
  );
}

/** The chain as columns by kind, with lines between linked items. */
export function ChainColumns({ chain }: { chain: Chain }) {
  const { t } = useTranslate();
  const kinds = linkKinds.filter((kind) => chain.items.some((item) => item.kind === kind));
  const stops = stopsOf(chain.threads, kinds);
  const places = placesOf(stops);
  const rows = Math.max(...places.values()) + 1;
  const drawn = { chain, kinds, stops, places, rows };
  const inOrder = (kind: LinkKind) =>
    chain.items.filter((item) => item.kind === kind).sort((a, b) => (places.get(a.id) ?? 0) - (places.get(b.id) ?? 0));
  return (
    <div className="chain">
      <div className="chain-heads" aria-hidden="true">
        {kinds.map((kind) => (
          <span key={kind}>{t(`chain.kinds.${kind}`)}</span>
        ))}
      </div>
      <div className="chain-body" style={{ height: `${rows * rowRem}rem` }}>
        <Lines {...drawn} />
        {kinds.map((kind) => (
          <Column key={kind} kind={kind} of={inOrder(kind)} drawn={drawn} />
        ))}
      </div>
    </div>
  );
}
