// SPDX-License-Identifier: AGPL-3.0-or-later
import { useSearchParams } from 'react-router';
import type { listOrganisations, readOrganisation } from '../../../api/city/organisations/contract.ts';
import { organisationRecord } from '../../../api/city/organisations/fields.ts';
import type { Ref } from '../../../api/contract.ts';
import { choicesOf } from '../../../api/platform/fields/rules.ts';
import { usePages, useReading } from '../../reading.ts';
import { useChooser } from '../../ui/chooser.ts';

const organisationKinds = choicesOf(organisationRecord.fields.kind);

const room = '/api/v1/programmes/{programme}/organisations';
const shownAtOnce = 24;

export const partnerships = ['founding', 'later'] as const;

/** Directory filters from the address. */
function useWanted() {
  const [search] = useSearchParams();
  const asked = (name: string) => search.get(name) || undefined;
  return {
    kind: organisationKinds.find((kind) => kind === asked('kind')),
    partner: partnerships.find((one) => one === asked('partner')),
    zone: asked('zone'),
    q: asked('q')?.slice(0, 100),
  };
}

export const useFoundOrganisations = () =>
  usePages<typeof listOrganisations>(room, {}, { ...useWanted(), limit: shownAtOnce });

/** The whole directory, up to the API's page limit. */
export const useAllOrganisations = () => useReading<typeof listOrganisations>(room, {}, { limit: 200 });

const useNamed = (q: string | undefined) => useReading<typeof listOrganisations>(room, {}, { q, limit: 200 });

/** All organisations as options; `stored` is the one now recorded. */
export const useOrganisationChooser = (stored: Ref | null | undefined, none = '—') =>
  useChooser(useNamed, { none, stored: [stored ?? null] });

export const useOrganisation = (organisation: string) =>
  useReading<typeof readOrganisation>(`${room}/{organisation}`, { organisation }, {});
