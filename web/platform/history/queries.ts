// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Change, listChanges } from '../../../api/platform/history/contract.ts';
import { usePages } from '../../reading.ts';

export type Field = Change['fields'][number];

/** What was recorded of an item, named as in the API ('milestones/mhuma-opening'), twenty at a time. */
export const useHistory = (item: string) =>
  usePages<typeof listChanges>('/api/v1/programmes/{programme}/changes', {}, { item, limit: 20 });

const pages: Record<string, string> = {
  milestone: 'milestones/',
  area: 'areas/',
  initiative: 'initiatives/',
  lab: 'labs/',
  space: 'spaces/',
  call: 'calls/',
  agreement: 'agreements/',
  organisation: 'organisations/',
  event: 'events/',
  indicator: 'indicators/',
  source: 'sources/',
  zone: 'periphery#',
  cycle: 'plan?cycle=',
};

/** The page of an item, if it has one. */
export const pageOf = (table: string, key: string): string | undefined => pages[table] && pages[table] + key;
