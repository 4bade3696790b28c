// SPDX-License-Identifier: AGPL-3.0-or-later

import { readReceived } from '../../../db/calls/applications/reads.ts';
import { readFiles } from '../../../db/calls/attachments/reads.ts';
import { readDeclared } from '../../../db/calls/drafting/reads.ts';
import * as reads from '../../../db/calls/evaluation/reads.ts';
import { readRankings } from '../../../db/calls/ranking/reads.ts';
import type { Reader } from '../../../db/past.ts';
import { assertAllowed, Refused } from '../../http/refusals.rules.ts';
import type { ApplicationContent } from '../applications/rules.ts';
import { attachmentOf } from '../attachments/views.ts';
import { runOf } from '../drafting/views.ts';
import { isAgreed, isScored, judgesOf, maySee, whyNotDeclared, whyNotScored } from './rules.ts';

/** Complete input of the evaluation rules; without applications while they are sealed. */
export async function wholeRound(reader: Reader, call: string) {
  const run = await runOf(reader, call);
  const sealed = run.now < run.closes_at;
  const db = reader.db;
  const of = { programmeId: reader.programmeId, call };
  const declared = await readDeclared(reader, call);
  const named = await reads.readEvaluators(db, of);
  const evaluators = named.map(({ account_id }) => account_id);
  const declaredConflicts = await reads.readConflicts(db, of);
  const received = sealed ? [] : (await readReceived(db, of)).filter(({ state }) => state === 'submitted');
  // Evaluators do not judge an application they take part in.
  const own = received.filter(({ account_id }) => account_id !== null && evaluators.includes(account_id));
  const conflicts = [...declaredConflicts, ...own];
  const scores = await reads.readScores(db, of);
  const rankings = await readRankings(reader, call);
  const out = ((rankings.at(-1)?.entries ?? []) as unknown as { number: number; outcome: string }[]).filter(
    ({ outcome }) => outcome === 'excluded',
  );
  return {
    run,
    declared,
    criteria: declared.criteria,
    rankings,
    named,
    sealed,
    closed: (await reads.readClosedRound(db, of)) !== null,
    received,
    ranked: rankings.length > 0,
    final: rankings.some(({ kind }) => kind !== 'provisional'),
    readmitted: received.flatMap(({ application_id, number, excluded_reason }) =>
      excluded_reason === null && out.some((one) => one.number === number) ? [application_id] : [],
    ),
    evaluators,
    conflicts: conflicts.map(({ application_id, account_id }) => ({
      applicationId: application_id,
      accountId: account_id ?? 0,
    })),
    scores: scores.map(({ application_id, account_id, ...score }) => {
      return { ...score, applicationId: application_id, accountId: account_id };
    }),
    consensus: (await reads.readConsensus(db, of)).map(({ application_id, ...one }) => {
      return { ...one, applicationId: application_id };
    }),
    confirmed: (await reads.readConfirmed(db, of)).map(({ application_id, account_id }) => {
      return { applicationId: application_id, accountId: account_id };
    }),
  };
}
export type Round = Awaited<ReturnType<typeof wholeRound>>;

/** Same as above; refused while the applications are sealed. */
export async function roundOf(reader: Reader, call: string): Promise<Round> {
  const round = await wholeRound(reader, call);
  assertAllowed(round.sealed ? 'call-not-closed' : null);
  return round;
}

/** The round, provided that the account is an evaluator of the call and may judge the application. */
export async function judgedApplication(
  reader: Reader,
  call: string,
  { application, accountId }: { application: number; accountId: number },
): Promise<Round> {
  const round = await roundOf(reader, call);
  if (!round.evaluators.includes(accountId)) throw new Refused({ code: 'not-yours' });
  if (!round.received.some((one) => one.application_id === application))
    throw new Refused({ code: 'unknown-item', item: String(application) });
  assertAllowed(judgesOf(application, ruled(round)).includes(accountId) ? null : 'conflict-declared');
  return round;
}

/** Converts the records to the input of the rules. */
export const ruled = (round: Round) => ({ ...round, criteria: round.criteria.map(({ key }) => key) });

const givenOf = ({ criterion, points, reason }: { criterion: string; points: number; reason: string | null }) => ({
  criterion,
  points,
  reason,
});

const consensusOf = (applicationId: number, { consensus }: Round) =>
  consensus.filter((one) => one.applicationId === applicationId).map(givenOf);

export async function deskView(reader: Reader, call: string, accountId: number) {
  const round = await roundOf(reader, call);
  if (!round.evaluators.includes(accountId)) throw new Refused({ code: 'not-yours' });
  const rules = ruled(round);
  const files = await readFiles(
    reader.db,
    round.received.map(({ application_id }) => application_id),
  );
  const items = round.received.map(({ application_id: applicationId, number, content }) => {
    const conflict = !judgesOf(applicationId, rules).includes(accountId);
    const own = round.scores.filter((score) => score.applicationId === applicationId);
    const others = own.filter((score) => score.accountId !== accountId && maySee(score, accountId, rules));
    return {
      applicationId,
      number: number ?? 0,
      conflict,
      content: conflict ? null : (content as unknown as ApplicationContent),
      files: conflict ? [] : files.filter((one) => one.application_id === applicationId).map(attachmentOf),
      consensus: conflict ? [] : consensusOf(applicationId, round),
      confirmed: round.confirmed.some((one) => one.applicationId === applicationId && one.accountId === accountId),
      declarable: !conflict && whyNotDeclared(applicationId, accountId, rules) === null,
      open: !conflict && whyNotScored(applicationId, accountId, rules) === null,
      mine: conflict ? [] : own.filter((score) => score.accountId === accountId).map(givenOf),
      others: conflict
        ? []
        : [...Map.groupBy(others, (score) => score.accountId).values()].map((all, at) => ({
            number: at + 1,
            scores: all.map(givenOf),
          })),
    };
  });
  const criteria = round.criteria.map(({ key, name, weight, scale }) => {
    return { key, name, weight: Number(weight ?? 0), scale: Number(scale ?? 0) };
  });
  return { name: round.run.name, closed: round.closed, criteria, items };
}

export async function roundView(reader: Reader, call: string) {
  const round = await wholeRound(reader, call);
  const rules = ruled(round);
  const personOf = ({ account_id, name }: { account_id: number; name: string }) => ({ accountId: account_id, name });
  const nameOf = (account: number) => round.named.find((one) => one.account_id === account)?.name ?? '';
  const changed = await reads.countScoreChanges(reader.db, {
    programmeId: reader.programmeId,
    call,
  });
  return {
    candidates: (await reads.readCandidates(reader.db, reader.programmeId)).map(personOf),
    evaluators: round.named.map(personOf),
    sealed: round.sealed,
    closed: round.closed,
    ranked: round.ranked,
    items: round.received.map(({ application_id: applicationId, number }) => {
      const scored = isScored(applicationId, rules);
      const own = round.scores.filter((score) => score.applicationId === applicationId && scored);
      return {
        applicationId,
        number: number ?? 0,
        scored,
        changes: changed.find((one) => one.application_id === applicationId)?.n ?? 0,
        conflicts: round.conflicts.filter((one) => one.applicationId === applicationId).length,
        scores: own.map((score) => ({ ...givenOf(score), evaluator: nameOf(score.accountId) })),
        consensus: consensusOf(applicationId, round),
        agreed: isAgreed(applicationId, rules),
      };
    }),
  };
}
