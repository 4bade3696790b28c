// SPDX-License-Identifier: AGPL-3.0-or-later
import { useSearchParams } from 'react-router';
import { ownerKinds, spaceKinds, spaceStates } from '../../../api/spaces/directory/rules.ts';
import { useZoneOptions } from '../../city/territory/queries.ts';
import { useTranslate } from '../../i18n/translate.ts';
import { Filters } from '../../ui/Filters.tsx';
import type { SpaceSummary } from './queries.ts';

/** Directory filters; options without any space are omitted. */
export function SpaceFilters({ spaces, found }: { spaces: readonly SpaceSummary[]; found: number | undefined }) {
  const { t } = useTranslate();
  const [search] = useSearchParams();
  const zones = useZoneOptions('spaces', search.get('zone') ?? undefined);
  const kinds = spaceKinds.filter((kind) => spaces.some((space) => space.kind === kind));
  const states = spaceStates.filter((state) => spaces.some((space) => space.state === state));
  const owners = ownerKinds.filter((kind) => spaces.some(({ ownerKind }) => ownerKind === kind));
  const choices = [
    { name: 'q', label: t('spaces.filter.q') },
    {
      name: 'state',
      label: t('spaces.filter.state'),
      options: states.map((state) => ({ value: state, label: t(`spaces.state.${state}`) })),
    },
    {
      name: 'kind',
      label: t('spaces.filter.kind'),
      options: kinds.map((kind) => ({ value: kind, label: t(`spaces.kinds.${kind}`) })),
    },
    { name: 'zone', label: t('spaces.filter.zone'), options: zones },
  ];
  const more = [
    {
      name: 'ownerKind',
      label: t('census.filter.ownerKind'),
      options: owners.map((kind) => ({ value: kind, label: t(`spaces.ownerKinds.${kind}`) })),
    },
    { name: 'areaFrom', label: t('census.filter.areaFrom') },
    { name: 'areaTo', label: t('census.filter.areaTo') },
  ];
  const told = found === undefined ? {} : { found: t('spaces.found', { count: found }) };
  return <Filters label={t('spaces.filter.label')} choices={choices} more={more} {...told} />;
}
