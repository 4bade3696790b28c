// SPDX-License-Identifier: AGPL-3.0-or-later

import type { PeripheryShare, Zone } from '../../../api/city/territory/contract.ts';
import { shareOf } from '../../../api/city/territory/rules.ts';
import { useFormat } from '../../i18n/format.ts';
import { useTranslate } from '../../i18n/translate.ts';
import { Help } from '../../ui/Help.tsx';
import { Words } from '../../ui/Words.tsx';
import type { Territory } from './queries.ts';

/** Share of the population in the periphery, over the zones on the map. */
function peopleIn(zones: readonly Zone[]): number | null {
  const drawn = zones.filter(({ tile }) => tile);
  if (drawn.some(({ population }) => population === null)) return null;
  const sum = (some: readonly Zone[]) => some.reduce((total, { population }) => total + (population ?? 0), 0);
  return shareOf(sum(drawn.filter(({ periphery }) => periphery)), sum(drawn));
}

/** Status of each declared target; without data it is neither met nor missed. */
function useTargets() {
  const { t } = useTranslate();
  return (shares: readonly PeripheryShare[]): { text: string; missed?: string; rest: string } => {
    const declared = shares.filter(({ target }) => target !== null);
    if (declared.length === 0) return { text: t('territory.lead.noTarget'), rest: '' };
    const judged = declared.filter(({ share }) => share !== null);
    if (judged.length === 0) return { text: t('territory.lead.untold', { count: declared.length }), rest: '' };
    const below = judged.filter(({ share, target }) => (share ?? 0) < (target ?? 0));
    const names = below.map(({ measure }) => t(`territory.lead.measure.${measure}`));
    const silent = declared.length - judged.length;
    return {
      text: t('territory.lead.met', { count: judged.length - below.length, of: declared.length }),
      ...(below.length ? { missed: t('territory.lead.below', { measures: names.join(', ') }) } : {}),
      rest: silent ? t('territory.lead.silent', { count: silent }) : '',
    };
  };
}

/** Summary of the periphery, with the definition used by all figures below. */
export function PeripheryLead({ territory: { definition, items, periphery } }: { territory: Territory }) {
  const { t } = useTranslate();
  const { theShare } = useFormat();
  const people = peopleIn(items);
  const targets = useTargets()(periphery);
  return (
    <div className="opening">
      <h1 className="lead">
        {people === null ? t('territory.lead.bare') : t('territory.lead.people', { share: theShare(people) })}
        {targets.text}
        {targets.missed && <em>{targets.missed}</em>}
        {targets.rest}.
      </h1>
      <section className="definition" aria-labelledby="definition-title">
        <h2 id="definition-title">{t('territory.definition')}</h2>
        <p>
          <Words of={definition} />
        </p>
        <Help of="periphery" />
      </section>
    </div>
  );
}
