// SPDX-License-Identifier: AGPL-3.0-or-later
import { type Focus, readPromised, readThreads, type ThreadRow } from '../../../db/overview/chain/reads.ts';
import type { Reader } from '../../../db/past.ts';
import { readNames } from '../../../db/platform/history/reads.ts';
import { callState } from '../../calls/published/rules.ts';
import { windowOf } from '../../calls/published/views.ts';
import { type Text, type When, whenOf } from '../../contract.ts';
import { Refused } from '../../http/refusals.rules.ts';
import { stageOf } from '../../money/awards/rules.ts';
import type { Chain, ChainItem } from './contract.ts';
import { idOf, type LinkKind, mostThreads, ordered, type Thread } from './rules.ts';

const item = (kind: LinkKind, key: string, name: Text | null, more: Partial<ChainItem> = {}): ChainItem => ({
  id: idOf(kind, key),
  kind,
  key,
  name,
  done: null,
  callState: null,
  spaceState: null,
  award: null,
  ...more,
});

const milestoneOf = (key: string, name: Text, done: When | null) => item('milestone', key, name, { done });

function callOf(row: ThreadRow, { day, now }: Reader): ChainItem {
  const dates = {
    publishedOn: row.published_on,
    opensOn: row.opens_on,
    closesOn: row.closes_on,
    concludedOn: row.concluded_on,
  };
  return item('call', row.call, row.call_name, {
    callState: callState({ ...dates, hasAwards: row.has_awards, window: windowOf(row), now }, day),
  });
}

function awardOf(row: ThreadRow, key: string): ChainItem {
  const { signed_on, keys_on, opened_on, ended_on, ended_as, space } = row;
  const standing = { awardedOn: null, signedOn: signed_on, keysOn: keys_on, openedOn: opened_on, endedOn: ended_on };
  const stage = stageOf({ ...standing, endedAs: ended_as, hasSpace: space !== null });
  const { recipients, recipient_kind: recipientKind, amount_eur: amountEur } = row;
  const award = { stage, recipients: recipients ?? 1, recipientKind, amountEur, openedOn: opened_on };
  return item('award', key, null, { award });
}

function itemsOf(row: ThreadRow, reader: Reader): ChainItem[] {
  const { milestone, milestone_name, space, space_name, organisation, organisation_name, award } = row;
  return [
    item('area', row.area, row.area_name),
    ...(milestone && milestone_name
      ? [milestoneOf(milestone, milestone_name, whenOf(row.done_on, row.done_precision))]
      : []),
    callOf(row, reader),
    ...(space ? [item('space', space, space_name, { spaceState: row.space_state })] : []),
    ...(organisation ? [item('organisation', organisation, organisation_name)] : []),
    ...(award ? [awardOf(row, award)] : []),
  ];
}

const threadOf = (items: readonly ChainItem[]): Thread => {
  const of = (kind: LinkKind) => items.find((one) => one.kind === kind)?.id ?? null;
  return {
    area: of('area'),
    milestone: of('milestone'),
    call: of('call'),
    space: of('space'),
    organisation: of('organisation'),
    award: of('award'),
  };
};

/** A thread for an item without calls: the item and, for a milestone, its area. */
async function alone(reader: Reader, { kind, key, name }: NonNullable<Chain['of']>): Promise<ChainItem[]> {
  if (kind === 'zone') return [];
  if (kind !== 'milestone') return [item(kind, key, name)];
  const milestone = await readPromised(reader, key);
  if (!milestone) throw new Refused({ code: 'unknown-item', item: key });
  const done = whenOf(milestone.done_on, milestone.done_precision);
  return [item('area', milestone.area, milestone.area_name), milestoneOf(key, name, done)];
}

interface Asked {
  from?: Focus | undefined;
  key?: string | undefined;
}

/** Item to filter by; null for the whole chain. */
async function focusOf(reader: Reader, { from: kind, key }: Asked): Promise<Chain['of']> {
  if (!kind && !key) return null;
  if (!kind || !key)
    throw new Refused({ code: 'invalid-parameter', errors: [{ name: kind ? 'key' : 'from', reason: 'missing' }] });
  const [named] = await readNames(reader, kind, [key]);
  if (!named) throw new Refused({ code: 'unknown-item', item: key });
  return { kind, key, name: named.name };
}

/** All threads through one item, from area to outcome. */
export async function chainView(reader: Reader, of: Asked): Promise<Chain> {
  const focus = await focusOf(reader, of);
  const rows = await readThreads(reader, focus, mostThreads);
  const found = rows.map((row) => itemsOf(row, reader));
  const spun = found.length > 0 ? found : [focus ? await alone(reader, focus) : []].filter((items) => items.length > 0);
  const total = rows[0]?.total ?? spun.length;
  return {
    of: focus,
    items: [...new Map(spun.flat().map((one) => [one.id, one])).values()],
    threads: ordered(spun.map(threadOf)),
    total,
    leftOut: total - spun.length,
  };
}
