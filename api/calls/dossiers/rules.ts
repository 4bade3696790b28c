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

/** One record of an application's dossier. */
export interface Recorded {
  recordId: number;
  kind: RecordKind;
  /** For requests: deadline for the answer. */
  until: Date | null;
  toRecord: number | null;
  about: string | null;
}

const isAnswered = ({ recordId }: Recorded, records: readonly Recorded[]) =>
  records.some(({ toRecord }) => toRecord === recordId);

/** Requests that can still be answered at an instant of the server clock. */
export const openRequests = <R extends Recorded>(records: readonly R[], now: Date): R[] =>
  records.filter((one) => one.kind === 'request' && one.until !== null && now < one.until && !isAnswered(one, records));

/** Objections without a decision. */
export const openObjections = <R extends Recorded>(records: readonly R[]): R[] =>
  records.filter((one) => one.kind === 'objection' && !isAnswered(one, records));

/** Validates an answer: the record is a request, unanswered and not past its deadline. */
export function whyNotAnswered(recordId: number, records: readonly Recorded[], now: Date): Rule | null {
  const request = records.find((one) => one.recordId === recordId && one.kind === 'request');
  if (!request) return 'request-over';
  if (isAnswered(request, records)) return 'answered-already';
  return openRequests(records, now).includes(request) ? null : 'request-over';
}

/** Validates a decision: the record is an objection without one. */
export function whyNotDecided(recordId: number, records: readonly Recorded[]): Rule | null {
  return openObjections(records).some((one) => one.recordId === recordId) ? null : 'answered-already';
}

interface Moments {
  closesAt: Date;
  records: readonly Recorded[];
  /** Deadline for objections to the provisional ranking; null if none are allowed. */
  objectionsUntil: Date | null;
}

/** Files are accepted while the call is open, a request is pending or objections are allowed. */
export const mayAddFiles = ({ closesAt, records, objectionsUntil }: Moments, now: Date): boolean =>
  now < closesAt || openRequests(records, now).length > 0 || (objectionsUntil !== null && now < objectionsUntil);

interface Claimed {
  bonuses: readonly string[];
  /** True if the project's zone is peripheral; false if no zone is named. */
  periphery: boolean;
}

/** Effective bonuses: claimed and not refused by the office. The periphery bonus also requires a peripheral zone. */
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
