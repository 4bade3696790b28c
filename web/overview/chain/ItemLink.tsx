// SPDX-License-Identifier: AGPL-3.0-or-later
import { useTranslate } from '../../i18n/translate.ts';
import { chainOf } from '../../ui/ChainLink.tsx';
import { Go } from '../../ui/Go.tsx';
import { type ChainItem, pageOf, useItemWords } from './queries.ts';

/** A chain item: its name links to the chain through it, with a second link to its own page. */
export function ItemLink({ item, here }: { item: ChainItem; here: boolean }) {
  const { t } = useTranslate();
  const { name, state } = useItemWords()(item);
  const own = t('chain.page');
  return (
    <>
      {here ? (
        <strong className="chain-name" aria-current="true">
          {name}
        </strong>
      ) : (
        <Go to={chainOf(item)} className="chain-name">
          {name}
        </Go>
      )}
      <span className="chain-state">
        {state && <span>{state}</span>}
        <Go to={pageOf(item)}>
          {own}
          <span className="visually-hidden">: {name}</span>
        </Go>
      </span>
    </>
  );
}
