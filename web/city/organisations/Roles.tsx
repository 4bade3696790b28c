// SPDX-License-Identifier: AGPL-3.0-or-later

import { Fragment, type ReactNode } from 'react';
import type { OrganisationWithRoles } from '../../../api/city/organisations/contract.ts';
import { partWords } from '../../../api/city/organisations/fields.ts';
import type { Ref } from '../../../api/contract.ts';
import { useFormat } from '../../i18n/format.ts';
import { useTranslate } from '../../i18n/translate.ts';
import { Go } from '../../ui/Go.tsx';
import { Words } from '../../ui/Words.tsx';

interface Item {
  id: string;
  to: string;
  of: Ref;
  note?: ReactNode;
}

function Role({ id, title, items }: { id: string; title: string; items: readonly Item[] }) {
  if (items.length === 0) return null;
  return (
    <section className="taken" aria-labelledby={`role-${id}`}>
      <h3 id={`role-${id}`}>
        {title} <span className="muted">{items.length}</span>
      </h3>
      <ul className="items">
        {items.map(({ id: part, to, of, note }) => (
          <li key={part}>
            <Go to={`${to}${of.key}`}>
              <Words of={of.name} />
            </Go>
            {note && <span className="item-note">{note}</span>}
          </li>
        ))}
      </ul>
    </section>
  );
}

function useRoles(one: OrganisationWithRoles): [id: string, title: string, items: Item[]][] {
  const { t, said } = useTranslate();
  const { euro } = useFormat();
  const plain = (to: string, refs: readonly Ref[]) => refs.map((of) => ({ id: of.key, to, of }));
  const sum = (amount: number | null) => (amount === null ? t('table.notRecorded') : euro(amount));
  const agreements = one.agreements.map(({ agreement, part, commitment }) => ({
    id: `${agreement.key} ${part}`,
    to: 'agreements/',
    of: agreement,
    note: (
      <>
        {said(partWords[part])}
        {commitment && ': '}
        {commitment && <Words of={commitment} />}
      </>
    ),
  }));
  const contributions = one.contributions.map(({ agreement, name, amountEur }) => ({
    id: `${agreement.key} ${name.it}`,
    to: 'agreements/',
    of: agreement,
    note: (
      <>
        <Words of={name} />: {sum(amountEur)}
      </>
    ),
  }));
  const awards = one.awards.map(({ award, call, amountEur }) => ({
    id: award,
    to: 'awards/',
    of: { key: award, name: call.name },
    note: sum(amountEur),
  }));
  const funds = one.funds.map(({ fund, amountEur }) => ({
    id: fund.key,
    to: 'money#',
    of: fund,
    note: euro(amountEur),
  }));
  return [
    ['areas', t('organisations.roles.areas'), plain('areas/', one.areas)],
    ['agreements', t('organisations.roles.agreements'), agreements],
    ['contributions', t('organisations.roles.contributions'), contributions],
    ['milestones', t('organisations.roles.milestones'), plain('milestones/', one.milestones)],
    ['labs', t('organisations.roles.labs'), plain('labs/', one.labs)],
    ['awards', t('organisations.roles.awards'), awards],
    ['funds', t('organisations.roles.funds'), funds],
  ];
}

/** All roles of an organisation, by kind. */
export function Roles({ organisation }: { organisation: OrganisationWithRoles }) {
  const { t } = useTranslate();
  const roles = useRoles(organisation).filter(([, , items]) => items.length > 0);
  return (
    <section aria-labelledby="roles-title">
      <h2 id="roles-title" className="figure-title">
        {t('organisations.roles.title')}
      </h2>
      {roles.length === 0 && <p className="muted">{t('organisations.roles.none')}</p>}
      <div className="roles">
        {roles.map(([id, title, items]) => (
          <Fragment key={id}>
            <Role id={id} title={title} items={items} />
          </Fragment>
        ))}
      </div>
    </section>
  );
}
