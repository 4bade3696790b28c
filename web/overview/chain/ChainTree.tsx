// SPDX-License-Identifier: AGPL-3.0-or-later
import { type Branch, branchesOf, itemsOn } from '../../../api/overview/chain/rules.ts';
import { useTranslate } from '../../i18n/translate.ts';
import { ItemLink } from './ItemLink.tsx';
import { type Chain, type ChainItem, hereOf } from './queries.ts';

interface BranchesProps {
  branches: readonly Branch[];
  items: ReadonlyMap<string, ChainItem>;
  here: string | undefined;
}

function Branches({ branches, items, here }: BranchesProps) {
  const { t } = useTranslate();
  return (
    <ul>
      {branches.map(({ id, branches: within }) => {
        const item = items.get(id);
        return (
          item && (
            <li key={id} className={id === here ? 'is-here' : undefined}>
              <span className="chain-kind">{t(`chain.kinds.${item.kind}`)}</span>
              <ItemLink item={item} here={id === here} />
              {within.length > 0 && <Branches branches={within} items={items} here={here} />}
            </li>
          )
        );
      })}
    </ul>
  );
}

/** The chain as a nested list, for narrow windows. */
export function ChainTree({ chain }: { chain: Chain }) {
  const items = new Map(chain.items.map((item) => [item.id, item]));
  return (
    <div className="chain-tree">
      <Branches branches={branchesOf(chain.threads.map(itemsOn))} items={items} here={hereOf(chain)} />
    </div>
  );
}
