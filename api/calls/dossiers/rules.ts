// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Rule } from '../../http/refusals.rules.ts';

export type RecordKind =
  | 'replaced'
  | 'withdrawn'
  | 'excluded'
  | 'readmitted'
  | 'request'
  | 'answer'
  | 'objection'
  | 'decision'
  | 'bonus-refused'
  | 'released';

/** One entry of the dossier of an application. */
export interface Recorded {
  recordId: number;
  kind: RecordKind;
  /** Of a request: until when it may be answered. */
  until: Date | null;
  toRecord: number | null;
  about: string | null;
}

const isAnswered = ({ recordId }: Recorded, records: readonly Recorded[]) =>
  records.some(({ toRecord }) => toRecord === recordId);

/** What is asked for and may still be answered at an instant of the server's clock. */
export const openRequests = <R extends Recorded>(records: readonly R[], now: Date): R[] =>
  records.filter((one) => one.kind === 'request' && one.until !== null && now < one.until && !isAnswered(one, records));

/** The objections that wait for a decision. */
export const openObjections = <R extends Recorded>(records: readonly R[]): R[] =>
  records.filter((one) => one.kind === 'objection' && !isAnswered(one, records));

/** Why a request cannot be answered: it is none, was answered, or its time is over. */
export function whyNotAnswered(recordId: number, records: readonly Recorded[], now: Date): Rule | null {
  const request = records.find((one) => one.recordId === recordId && one.kind === 'request');
  if (!request) return 'request-over';
  if (isAnswered(request, records)) return 'answered-already';
  return openRequests(records, now).includes(request) ? null : 'request-over';
}

/** Why an objection cannot be decided: it is none, or was decided. */
export function whyNotDecided(recordId: number, records: readonly Recorded[]): Rule | null {
  return openObjections(records).some((one) => one.recordId === recordId) ? null : 'answered-already';
}

interface Moments {
  closesAt: Date;
  records: readonly Recorded[];
  /** Until when the provisional ranking may be objected to; null: it may not. */
  objectionsUntil: Date | null;
}

/** Files are taken while the call is open, something is asked for, or objections may be made. */
export const mayAddFiles = ({ closesAt, records, objectionsUntil }: Moments, now: Date): boolean =>
  now < closesAt || openRequests(records, now).length > 0 || (objectionsUntil !== null && now < objectionsUntil);

interface Claimed {
  bonuses: readonly string[];
  /** Whether the zone of the project lies in the periphery; false where none is named. */
  periphery: boolean;
}

/**
 * The bonuses that count: those claimed and not refused by the office; that of the periphery only where the zone of the
 * project is flagged so.
 */
export function bonusesOf(
  { bonuses, periphery }: Claimed,
  declared: readonly { key: string; kind: string }[],
  records: readonly Pick<Recorded, 'kind' | 'about'>[],
): string[] {
  const refused = records.filter(({ kind }) => kind === 'bonus-refused').map(({ about }) => about);
  return declared
    .filter(({ key, kind }) => bonuses.includes(key) && !refused.includes(key) && (kind !== 'periphery' || periphery))
    .map(({ key }) => key);
}
