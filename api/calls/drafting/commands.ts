// SPDX-License-Identifier: AGPL-3.0-or-later
import { createHash, randomBytes } from 'node:crypto';
import type { z } from 'zod';
import { lockDraft, readAvailable } from '../../../db/calls/drafting/reads.ts';
import * as writes from '../../../db/calls/drafting/writes.ts';
import { lockFirstComeFund } from '../../../db/calls/first-come/reads.ts';
import { closeQuestion } from '../../../db/calls/questions/writes.ts';
import type { Writer } from '../../../db/change.ts';
import type { Reader } from '../../../db/past.ts';
import { readAddress } from '../../../db/people/roles/reads.ts';
import { addMail } from '../../../db/platform/mail/writes.ts';
import { readTakenKeys } from '../../../db/platform/records/reads.ts';
import { moveSpaces } from '../../../db/spaces/directory/writes.ts';
import { assertAllowed, Refused } from '../../http/refusals.rules.ts';
import { ruleWords } from '../../http/words.ts';
import { letter } from '../../platform/mail/rules.ts';
import { freeKey, stemOf } from '../../platform/records/rules.ts';
import { type Keeping, readerOf, refuseUnknown } from '../../platform/records/views.ts';
import type { amendCall, answerQuestion, CallDraft, createDraft } from './contract.ts';
import { usualFileKinds } from './fields.ts';
import { type CallPlan, faultsOf, templateOf, whyNotAmended } from './rules.ts';
import { runOf } from './views.ts';

type Input<E extends { input: z.ZodType }> = z.output<E['input']>;
/** `now` is an instant of the server clock. */
type By = Keeping & { actor: { accountId: number }; language: 'it' | 'en'; now: string };

/** A draft with everything that prevents its publication, in the requested language. */
export async function draftOf(
  reader: Reader,
  row: { draft_id: number; version: number; document: unknown },
  { language, now }: Pick<By, 'language' | 'now'>,
): Promise<CallDraft> {
  const plan = row.document as CallPlan;
  const at = { now, available: await readAvailable(reader) };
  const faults = faultsOf(plan, at).map(({ name, rule }) => ({ name, reason: ruleWords[rule][language] }));
  return { draftId: row.draft_id, version: row.version, plan: plan as CallDraft['plan'], faults };
}

export async function create(writer: Writer, by: By, { kind, area }: Input<typeof createDraft>) {
  const reader = readerOf(writer, by);
  await refuseUnknown(reader, { area });
  const plan = templateOf(kind, area);
  const { draft_id, version } = await writes.addDraft(writer, by.programmeId, plan, by.actor.accountId);
  return draftOf(reader, { draft_id, version, document: plan }, by);
}

async function lockDraftIfVersion(writer: Writer, by: By, draftId: number, seen?: number) {
  const row = await lockDraft(writer, by.programmeId, draftId);
  if (!row) throw new Refused({ code: 'unknown-item', item: String(draftId) });
  if (seen !== undefined && row.version !== seen) {
    const current = await draftOf(readerOf(writer, by), row, by);
    throw new Refused({ code: 'changed-meanwhile', current });
  }
  return row;
}

export async function save(writer: Writer, by: By, draftId: number, plan: CallPlan) {
  const reader = readerOf(writer, by);
  const row = await lockDraftIfVersion(writer, by, draftId, by.version);
  const { area, initiative, milestone, zone } = plan;
  await refuseUnknown(reader, { area, initiative, milestone, zone });
  await writes.saveDraft(writer, draftId, plan);
  return draftOf(reader, { ...row, version: row.version + 1, document: plan }, by);
}

export async function remove(writer: Writer, by: By, draftId: number) {
  await lockDraftIfVersion(writer, by, draftId);
  await writes.removeDraft(writer, draftId);
  return { draftId };
}

const cents = (eur: number) => Math.round(eur * 100);

function columnsOf(
  plan: CallPlan,
  { act, today, now, seedHash }: { act: string; today: string; now: string; seedHash: string },
) {
  return {
    kind: plan.kind,
    name: plan.name,
    summary: plan.summary,
    area: plan.area,
    initiative: plan.initiative,
    milestone: plan.milestone,
    zone: plan.zone,
    procedure: plan.procedure,
    published_on: today,
    published_precision: 'day',
    // A call opens after publication at the earliest, since publication commits to the lottery seed.
    opens_at: plan.opensAt !== null && plan.opensAt < now ? now : plan.opensAt,
    closes_at: plan.closesAt,
    questions_until: plan.questionsUntil,
    budget_eur: plan.budgetEur,
    grant_min_eur: plan.grantMinEur,
    grant_max_eur: plan.grantMaxEur,
    grant_share: plan.grantShare,
    partial_grants: plan.partialGrants,
    aid_rule: plan.aidRule,
    // A draft of an earlier release names none.
    file_kinds: plan.fileKinds ?? [...usualFileKinds],
    threshold: plan.threshold,
    run: true,
    act,
    seed_hash: seedHash,
  };
}

/** Publishes the call with lots, criteria, bonuses and requirements in one change, and commits to its lottery seed. */
export async function publish(writer: Writer, by: By, draftId: number, act: string) {
  const reader = readerOf(writer, by);
  const row = await lockDraftIfVersion(writer, by, draftId, by.version);
  const plan = row.document as unknown as CallPlan;
  const [first] = faultsOf(plan, { now: by.now, available: await readAvailable(reader) });
  if (first) assertAllowed(first.rule, first.name);
  const stem = stemOf(plan.name.it);
  const call = freeKey(stem, await readTakenKeys(reader, 'call', stem));
  const seed = randomBytes(32).toString('hex');
  const seedHash = createHash('sha256').update(seed).digest('hex');
  const of = { programmeId: by.programmeId, call };
  const keysOf = (mark: string, rows: readonly object[]) => writes.partKeys(call, mark, rows);
  const criteria = keysOf('c', plan.criteria);
  const ties = plan.tieBreaks.map((tie) =>
    typeof tie === 'string' ? tie : { criterion: criteria[tie.criterion] ?? '' },
  );
  const columns = columnsOf(plan, { act, today: by.today, now: by.now, seedHash });
  await writes.addCall(writer, by.programmeId, call, { ...columns, tie_breaks: ties });
  await writes.addParts(writer, { ...of, table: 'call_criterion', keys: criteria }, plan.criteria);
  const lots = plan.lots.map(({ space, feeEurYear }) => ({ space, fee_eur_year: feeEurYear }));
  const rest = [
    ['call_bonus', 'b', plan.bonuses],
    ['call_requirement', 'r', plan.requirements],
    ['lot', 'l', lots],
  ] as const;
  for (const [table, mark, rows] of rest)
    await writes.addParts(writer, { ...of, table, keys: keysOf(mark, rows) }, rows);
  const spaces = plan.lots.map(({ space }) => space);
  const moved = { from: ['available'], to: 'in-call', on: by.today, reason: plan.name } as const;
  // A concurrent publication may have taken one of the spaces.
  assertAllowed(
    (await moveSpaces(writer, by.programmeId, spaces, moved)) === spaces.length ? null : 'space-not-available',
    'lots',
  );
  if (plan.procedure === 'first-come') await writes.saveFirstComeFund(writer, of, cents(plan.budgetEur ?? 0));
  await writes.markPublished(writer, draftId, { call, seed });
  return { call };
}

/** Admits waiting applications; implemented by api/calls/first-come. */
export type Refill = (writer: Writer, by: Keeping, call: string) => Promise<void>;

/** Extends the deadline or the budget, publicly and with a reason; added money goes to waiting applications. */
export async function amend(
  writer: Writer,
  by: Keeping,
  call: string,
  input: Input<typeof amendCall>,
  { refill }: { refill: Refill },
) {
  const reader = readerOf(writer, by);
  const run = await runOf(reader, call);
  const { act, closesAt, budgetEur, reason } = input;
  const before = { closesAt: run.closes_at.toISOString(), budgetEur: run.budget_eur };
  assertAllowed(
    whyNotAmended(before, { closesAt, budgetEur }, run.now.toISOString()),
    closesAt === null ? 'budgetEur' : 'closesAt',
  );
  const of = { programmeId: by.programmeId, call };
  // Locks the fund first, like every command that takes from it.
  if (run.procedure === 'first-come') await lockFirstComeFund(writer, of);
  const number = await writes.addNumbered(writer, 'call_amendment', of, {
    act,
    made_on: by.today,
    closes_at: closesAt,
    budget_eur: budgetEur,
    reason,
  });
  await writes.editCall(writer, by.programmeId, call, {
    ...(closesAt === null ? {} : { closes_at: closesAt }),
    ...(budgetEur === null ? {} : { budget_eur: budgetEur }),
  });
  if (budgetEur !== null && run.procedure === 'first-come') {
    await writes.saveFirstComeFund(writer, of, cents(budgetEur));
    await refill(writer, by, call);
  }
  return { call, number };
}

/** Publishes an answer; mails the firm that asked without disclosing its name. */
export async function answer(writer: Writer, by: Keeping, call: string, input: Input<typeof answerQuestion>) {
  const run = await runOf(readerOf(writer, by), call);
  const { question, answer: words, questionId } = input;
  const of = { programmeId: by.programmeId, call };
  const asked = questionId === undefined ? undefined : await closeQuestion(writer, { ...of, questionId });
  if (questionId !== undefined) assertAllowed(asked ? null : 'question-answered');
  const dated = { asked_on: asked?.asked_on ?? by.today, answered_on: by.today };
  const number = await writes.addNumbered(writer, 'call_answer', of, { question, answer: words, ...dated });
  const whom = asked?.account_id ? await readAddress(writer, asked.account_id) : undefined;
  if (whom?.email) {
    const { language, email } = whom;
    const said = (words: { it: string; en?: string | undefined }) => words[language] ?? words.it;
    const subject =
      language === 'it' ? `Risposta al tuo quesito: ${said(run.name)}` : `Answer to your question: ${said(run.name)}`;
    const mail = letter(language, subject, [said(question), '', said(words)]);
    await addMail(writer, { once: `answered:${questionId}`, recipient: email, ...mail });
  }
  return { call, number };
}
