// SPDX-License-Identifier: AGPL-3.0-or-later
import { useSearchParams } from 'react-router';
import { choicesOf } from '../../../api/platform/fields/rules.ts';
import { spaceFields } from '../../../api/spaces/directory/fields.ts';
import { useZoneOptions } from '../../city/territory/queries.ts';
import { useTranslate } from '../../i18n/translate.ts';
import { useChoices } from '../../platform/fields/FieldValue.tsx';
import { Filters } from '../../ui/Filters.tsx';
import type { SpaceSummary } from './queries.ts';

/** Directory filters; options without any space are omitted. */
export function SpaceFilters({ spaces, found }: { spaces: readonly SpaceSummary[]; found: number | undefined }) {
  const { t, said } = useTranslate();
  const { optionsOf } = useChoices();
  const { kind: kindField, state: stateField, owner_kind: ownerField } = spaceFields;
  const [search] = useSearchParams();
  const zones = useZoneOptions('spaces', search.get('zone') ?? undefined);
  const kinds = choicesOf(kindField).filter((kind) => spaces.some((space) => space.kind === kind));
  const states = choicesOf(stateField).filter((state) => spaces.some((space) => space.state === state));
  const owners = choicesOf(ownerField).filter((kind) => spaces.some(({ ownerKind }) => ownerKind === kind));
  const choices = [
    { name: 'q', label: t('spaces.filter.q') },
    {
      name: 'state',
      label: said(stateField.label),
      options: optionsOf(stateField, states),
    },
    {
      name: 'kind',
      label: said(kindField.label),
      options: optionsOf(kindField, kinds),
    },
    { name: 'zone', label: said(spaceFields.zone.label), options: zones },
  ];
  const more = [
    {
      name: 'ownerKind',
      label: said(ownerField.label),
      options: optionsOf(ownerField, owners),
    },
    { name: 'areaFrom', label: t('census.filter.areaFrom') },
    { name: 'areaTo', label: t('census.filter.areaTo') },
  ];
  const told = found === undefined ? {} : { found: t('spaces.found', { count: found }) };
  return <Filters label={t('spaces.filter.label')} choices={choices} more={more} {...told} />;
}
