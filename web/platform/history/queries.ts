// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Change, listChanges } from '../../../api/platform/history/contract.ts';
import { usePages } from '../../reading.ts';

export type Field = Change['fields'][number];

/** History of an item by its API name ('milestones/mhuma-opening'), 20 per page. */
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

/** The item's page, if it has one. */
export const pageOf = (table: string, key: string): string | undefined => pages[table] && pages[table] + key;
