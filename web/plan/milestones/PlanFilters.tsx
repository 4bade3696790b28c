// SPDX-License-Identifier: AGPL-3.0-or-later

import { useSearchParams } from 'react-router';
import type { Ref } from '../../../api/contract.ts';
import type { MilestoneSummary, Status } from '../../../api/plan/milestones/contract.ts';
import { statuses } from '../../../api/plan/milestones/rules.ts';
import { useText } from '../../i18n/text.ts';
import { useTranslate } from '../../i18n/translate.ts';
import { useProgramme } from '../../programme.ts';
import { Filters } from '../../ui/Filters.tsx';
import type { Wanted } from './queries.ts';

const isStatus = (text: string | undefined): text is Status => statuses.includes(text as Status);

/** Plan filters from the address. */
export function useWanted(cycle: string): Wanted {
  const [search] = useSearchParams();
  const asked = (name: string) => search.get(name) || undefined;
  const status = asked('status');
  return {
    cycle,
    area: asked('area'),
    status: isStatus(status) ? status : undefined,
    zone: asked('zone'),
    owner: asked('owner'),
    q: asked('q')?.slice(0, 100),
  };
}

/** Offers only values that occur in the cycle. */
export function PlanFilters({ all, found }: { all: readonly MilestoneSummary[]; found: number }) {
  const { t } = useTranslate();
  const text = useText();
  const { areaList } = useProgramme();
  const optionsOf = (refs: readonly (Ref | null)[]) => {
    const names = new Map(refs.flatMap((ref) => (ref ? [[ref.key, text(ref.name).text]] : [])));
    return [...names].map(([value, label]) => ({ value, label })).toSorted((a, b) => a.label.localeCompare(b.label));
  };
  const present = statuses.filter((status) => all.some((one) => one.status === status));
  const choices = [
    {
      name: 'area',
      label: t('plan.filter.area'),
      options: areaList.map(({ key, name }) => ({ value: key, label: text(name).text })),
    },
    {
      name: 'status',
      label: t('plan.filter.status'),
      options: present.map((status) => ({ value: status, label: t(`status.${status}`) })),
    },
    { name: 'zone', label: t('plan.filter.zone'), options: optionsOf(all.map(({ zone }) => zone)) },
    { name: 'owner', label: t('plan.filter.owner'), options: optionsOf(all.map(({ owner }) => owner)) },
    { name: 'q', label: t('plan.filter.q') },
  ];
  const useful = choices.filter(({ options }) => !options || options.length > 0);
  return <Filters choices={useful} found={t('plan.found', { count: found })} />;
}
