// SPDX-License-Identifier: AGPL-3.0-or-later
import type { z } from 'zod';
import type { Writer } from '../../../db/change.ts';
import type { Reader } from '../../../db/past.ts';
import { readClosings, readFourEyes, readProposer } from '../../../db/plan/closings/reads.ts';
import { addClosing, answerClosing } from '../../../db/plan/closings/writes.ts';
import { editMilestone } from '../../../db/plan/milestones/writes.ts';
import { assertAllowed, Refused } from '../../http/refusals.rules.ts';
import { lastDayOf } from '../../platform/records/rules.ts';
import { type Keeping, readerOf } from '../../platform/records/views.ts';
import { lockMilestoneIfVersion, savedOf, standingOf } from '../drafting/views.ts';
import { closingOf } from '../milestones/views.ts';
import type { answerClosing as answerEndpoint, proposeClosing } from './contract.ts';
import { whyNotAnswered, whyNotProposed } from './rules.ts';

async function lastOf(reader: Reader, key: string) {
  const last = (await readClosings(reader, key)).at(-1);
  if (!last) throw new Refused({ code: 'against-rule', rule: 'nothing-to-check' });
  return { ...(await savedOf(reader, key)), closing: closingOf(last) };
}

/** Claims that a milestone is reached. It is settled at once if the programme requires no second person. */
export async function propose(
  writer: Writer,
  by: Keeping,
  key: string,
  { doneOn, precision, note }: z.output<(typeof proposeClosing)['input']>,
) {
  const reader = readerOf(writer, by);
  const row = await lockMilestoneIfVersion(reader, key, by.version);
  const done = lastDayOf(doneOn, precision, row.ends_on);
  const claim = { doneOn: done, evidence: row.evidence ?? 0, cycleStartsOn: row.starts_on };
  const rule = whyNotProposed(standingOf(row), claim, by.today);
  assertAllowed(rule, rule === 'evidence-needed' ? 'evidence' : 'doneOn');
  const unchecked = !(await readFourEyes(reader));
  const number = (row.closings ?? 0) + 1;
  const said = { programmeId: by.programmeId, milestone: key, number, doneOn: done, precision };
  await addClosing(writer, { ...said, proposedOn: by.today, unchecked, note: note ?? null });
  if (unchecked) await editMilestone(writer, by.programmeId, key, { done_on: done, done_precision: precision });
  return lastOf(reader, key);
}

/** A second person confirms the claim (the milestone is reached) or rejects it (the milestone stays open). */
export async function answer(
  writer: Writer,
  by: Keeping & { actor: { accountId: number } },
  key: string,
  { confirmed, answer: words }: z.output<(typeof answerEndpoint)['input']>,
) {
  const reader = readerOf(writer, by);
  const row = await lockMilestoneIfVersion(reader, key, by.version);
  const proposer = row.closing === null ? null : await readProposer(reader, row.closing);
  const answerer = by.actor.accountId;
  assertAllowed(
    whyNotAnswered({ state: row.state, proposer, answerer, confirmed, words: words !== undefined }),
    'answer',
  );
  if (row.closing === null) return lastOf(reader, key);
  const state = confirmed ? 'confirmed' : 'sent-back';
  await answerClosing(writer, by.programmeId, row.closing, { state, answered_on: by.today, answer: words ?? null });
  const done = { done_on: row.closing_on, done_precision: row.closing_precision };
  if (confirmed) await editMilestone(writer, by.programmeId, key, done);
  return lastOf(reader, key);
}
