// SPDX-License-Identifier: AGPL-3.0-or-later

import { useSearchParams } from 'react-router';
import { labFields } from '../../../api/labs/directory/fields.ts';
import { choicesOf } from '../../../api/platform/fields/rules.ts';
import { useZoneOptions } from '../../city/territory/queries.ts';
import { useTerms } from '../../i18n/terms.ts';
import { useTranslate } from '../../i18n/translate.ts';
import { useChoices } from '../../platform/fields/FieldValue.tsx';
import { Filters } from '../../ui/Filters.tsx';
import { type Register, useFoundZones } from './queries.ts';

const wheelchairs = ['yes', 'partly'] as const;

/** The place that a typed location was resolved to. */
function Near() {
  const { t } = useTranslate();
  const [search] = useSearchParams();
  const { data, isPlaceholderData } = useFoundZones();
  if (!search.get('near') || !data || isPlaceholderData) return null;
  if (!data.near) return <p className="field-error">{t('labs.filter.nearUnknown')}</p>;
  const { name, latitude, longitude } = data.near;
  return <p className="muted">{t('labs.filter.nearTaken', { place: name ?? `${latitude}, ${longitude}` })}</p>;
}

/** Common filters first, the rest behind a disclosure. */
export function LabFilters({ register, found }: { register: Register; found: number | undefined }) {
  const { t } = useTranslate();
  const [search] = useSearchParams();
  const { processes, materials } = useTerms();
  const { wordOf } = useChoices();
  const zones = useZoneOptions('labs', search.get('zone') ?? undefined);
  const said = <K extends string>(name: string, of: readonly K[], label: (one: K) => string) => ({
    name,
    label: t(`labs.filter.${name}` as 'labs.filter.q'),
    options: of.map((one) => ({ value: one as string, label: label(one) })),
  });
  const only = (name: string) => said(name, ['true'] as const, () => t(`labs.only.${name}` as 'labs.only.open'));
  const choices = [
    { name: 'q', label: t('labs.filter.q') },
    { name: 'process', label: t('labs.filter.process'), options: processes },
    { name: 'zone', label: t('labs.filter.zone'), options: zones },
    { name: 'near', label: t('labs.filter.near') },
  ];
  const more = [
    said(
      'kind',
      register.byKind.map(({ kind }) => kind),
      (kind) => wordOf(labFields.kind, kind),
    ),
    { name: 'material', label: t('labs.filter.material'), options: materials },
    said('service', choicesOf(labFields.services), (service) => wordOf(labFields.services, service)),
    only('open'),
    said('wheelchair', wheelchairs, (one) => wordOf(labFields.wheelchair, one)),
    only('qualified'),
    said(
      'freshness',
      register.byFreshness.map(({ freshness }) => freshness),
      (one) => t(`labs.freshness.${one}`),
    ),
    said('status', choicesOf(labFields.status), (status) => wordOf(labFields.status, status)),
  ];
  return (
    <>
      <Filters
        choices={choices}
        more={more}
        {...(found === undefined ? {} : { found: t('labs.found', { count: found }) })}
      />
      <Near />
    </>
  );
}
