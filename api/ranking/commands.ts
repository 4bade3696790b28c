// SPDX-License-Identifier: AGPL-3.0-or-later

import { type AwardRow, readAwards } from '../../db/awards/reads.ts';
import { type RunRow, readDeclared } from '../../db/calling/reads.ts';
import * as calling from '../../db/calling/writes.ts';
import type { Writer } from '../../db/change.ts';
import { type RecordRow, readRecords } from '../../db/examination/reads.ts';
import { type OfferedRow, readOffered } from '../../db/grants/reads.ts';
import { addMail } from '../../db/mail/writes.ts';
import { readAddress } from '../../db/people/reads.ts';
import { type RankingRow, readRankings, readSeed } from '../../db/ranking/reads.ts';
import { readPeriphery } from '../../db/territory/reads.ts';
import { type ApplicationContent, centsOf } from '../applications/rules.ts';
import { aidUnder } from '../applications/views.ts';
import { numberOf } from '../awards/rules.ts';
import { obey, Refused } from '../contract.ts';
import { countingOf, isScored } from '../evaluation/rules.ts';
import { type Round, roundOf, ruled } from '../evaluation/views.ts';
import { bonusesOf, openObjections } from '../examination/rules.ts';
import { ruled as recordOf } from '../examination/views.ts';
import { letter } from '../mail/rules.ts';
import { type Keeping, readerOf } from '../plan/views.ts';
import type { Ranked, RankingRules, TieBreak } from './rules.ts';
import { entriesOf, type RankingInput, rankingView } from './views.ts';

type Declared = Awaited<ReturnType<typeof readDeclared>>;

function rulesOf({ criteria, bonuses }: Declared, run: RunRow, lots: readonly OfferedRow[]): RankingRules {
  return {
    criteria: criteria.map(({ key, weight, scale, threshold }) => ({
      key,
      weight: Number(weight ?? 0),
      scale: Number(scale ?? 1),
      threshold: threshold === null ? null : Number(threshold),
    })),
    bonuses: bonuses.map(({ key, points }) => ({ key, points: Number(points) })),
    threshold: run.threshold === null ? null : Number(run.threshold),
    tieBreaks: (run.tie_breaks ?? []) as unknown as TieBreak[],
    lots: lots.filter(({ elsewhere }) => !elsewhere).map(({ key }) => key),
    money:
      run.budget_eur === null
        ? null
        : {
            budgetCents: centsOf(Number(run.budget_eur)),
            leastCents: centsOf(run.grant_min_eur === null ? null : Number(run.grant_min_eur)),
            partial: run.partial_grants,
          },
  };
}

/** The points that count: the consensus where there is one, else those of every evaluator who has scored all of it. */
function scoresOf(applicationId: number, round: Round): Ranked['scores'] {
  const agreed = round.consensus.filter((one) => one.application_id === applicationId);
  const counting = countingOf(applicationId, ruled(round));
  const single = round.scores.filter((one) => one.applicationId === applicationId && counting.includes(one.accountId));
  return Object.fromEntries(
    round.criteria.map(({ key }) => {
      const consensus = agreed.find(({ criterion }) => criterion === key);
      const given = single.filter(({ criterion }) => criterion === key).map(({ points }) => points);
      return [key, consensus ? [consensus.points] : given];
    }),
  );
}

interface Given {
  today: string;
  lost: ReadonlyMap<number, 'gave-up' | 'revoked'>;
  signed: ReadonlyMap<number, NonNullable<Ranked['signed']>>;
  bonuses: readonly { key: string; kind: string }[];
  records: readonly RecordRow[];
  /** Zones of the periphery, by the programme's own definition. */
  periphery: readonly string[];
}

function applicationsOf(
  round: Round,
  { today, lost, signed, bonuses, records, periphery }: Given,
): RankingInput['applications'] {
  return round.received.map((row) => {
    const content = row.content as unknown as ApplicationContent;
    const number = row.number ?? 0;
    const aid = aidUnder(content, round.run, today);
    const zone = content.zone ?? null;
    const claimed = { bonuses: content.bonuses, periphery: zone !== null && periphery.includes(zone) };
    const own = records.filter((one) => one.application_id === row.application_id);
    return {
      number,
      firm: content.firm.name,
      zone,
      scores: scoresOf(row.application_id, round),
      bonuses: bonusesOf(claimed, bonuses, own),
      lots: content.lots,
      requestedCents: aid ? aid.grantable : centsOf(content.requestedEur),
      submittedAt: row.submitted_at?.toISOString() ?? '',
      excluded: row.excluded_reason,
      lost: lost.get(number) ?? null,
      signed: signed.get(number) ?? null,
    };
  });
}

type Kind = 'provisional' | 'final' | 'next';

/** Why a ranking of a kind cannot be published after those that are. */
function refuseOrder(kind: Kind, before: readonly { kind: Kind }[]) {
  const final = before.some((one) => one.kind === 'final');
  if (kind === 'provisional') obey(final ? 'ranking-final' : null);
  if (kind === 'final') obey(final ? 'ranking-final' : before.length === 0 ? 'ranking-missing' : null);
  if (kind === 'next') obey(final ? null : 'ranking-missing');
}

/**
 * Who has nothing any more, and how: in an earlier ranking, since then by the end of the award, or now. Nobody who lost
 * something gets it back by a later ranking.
 */
function lostOf(call: string, before: readonly RankingRow[], awards: readonly AwardRow[], gaveUp: readonly number[]) {
  const earlier = (before.at(-1)?.input as unknown as RankingInput | undefined)?.applications ?? [];
  return new Map([
    ...gaveUp.map((number) => [number, 'gave-up'] as const),
    ...awards.flatMap(({ key, ended_as }) => {
      const number = numberOf(call, key);
      return number !== null && (ended_as === 'gave-up' || ended_as === 'revoked') ? [[number, ended_as] as const] : [];
    }),
    ...earlier.flatMap(({ number, lost }) => (lost ? [[number, lost] as const] : [])),
  ]);
}

/** What the signed awards of a call give, by the numbers of their applications; also of those whose term has ended. */
function signedOf(call: string, awards: readonly AwardRow[], lots: readonly OfferedRow[]) {
  return new Map(
    awards.flatMap(({ key, signed_on, ended_as, space, amount_eur }) => {
      const number = numberOf(call, key);
      const stands = signed_on !== null && (ended_as === null || ended_as === 'term-ended');
      if (number === null || !stands) return [];
      const lot = lots.find((one) => one.space === space)?.key ?? null;
      return [[number, { lot, amountCents: centsOf(amount_eur) }] as const];
    }),
  );
}

type Assign = (
  writer: Writer,
  by: Keeping,
  of: { call: string; act: string },
  entries: ReturnType<typeof entriesOf>,
) => Promise<void>;

/** Before the final one whoever applied may object, and is answered. */
function refuseObjections(before: readonly RankingRow[], rows: readonly RecordRow[], now: Date) {
  const until = before.at(-1)?.objections_until ?? null;
  const waiting = openObjections(rows.map(recordOf));
  obey((until !== null && now < until) || waiting.length > 0 ? 'objections-open' : null);
}

async function refuseUnscored(round: Round) {
  const rules = ruled(round);
  const open = round.received.some(({ application_id, excluded_reason }) => {
    const agreed = round.consensus.some((one) => one.application_id === application_id);
    return excluded_reason === null && !agreed && !isScored(application_id, rules);
  });
  obey(open ? 'scores-open' : null);
}

interface Publishing {
  kind: Kind;
  act: string;
  gaveUp: readonly number[];
  objectionsUntil: string | null;
}

/** Tells those who applied that there is a ranking; what came of it is read on the page of the call. */
async function tell(writer: Writer, { received, run }: Round, number: number) {
  for (const { account_id, application_id } of received) {
    const whom = account_id === null ? undefined : await readAddress(writer, account_id);
    if (!whom?.email) continue;
    const { language, email } = whom;
    const name = run.name[language] ?? run.name.it;
    const said = {
      it: [`È pubblicata una graduatoria del bando «${name}».`, 'Punti, esiti e motivi sono nella pagina del bando.'],
      en: [
        `A ranking of the call “${name}” is published.`,
        'Points, outcomes and reasons are on the page of the call.',
      ],
    };
    const subject = language === 'it' ? `${name}: la graduatoria` : `${name}: the ranking`;
    const mail = letter(language, subject, said[language]);
    await addMail(writer, { once: `ranking:${application_id}:${number}`, recipient: email, ...mail });
  }
}

/** What of a ranking stands on its call too: how many applied, who got something, and how much in all. */
function outcomeOf(entries: ReturnType<typeof entriesOf>, kind: Kind, today: string) {
  const applications = entries.length;
  if (kind === 'provisional') return { applications };
  const given = entries.filter(({ outcome }) => outcome === 'assigned' || outcome === 'partial');
  const cents = given.reduce((sum, { amountCents }) => sum + amountCents, 0);
  const concluded = kind === 'final' ? { concluded_on: today, concluded_precision: 'day' } : {};
  return { applications, admitted: given.length, ...(cents > 0 ? { awarded_eur: cents / 100 } : {}), ...concluded };
}

/** Computes a ranking by rule and publishes it with all that it follows from; a final one assigns. */
export async function publish(
  writer: Writer,
  by: Keeping,
  call: string,
  { kind, act, gaveUp, objectionsUntil }: Publishing,
  acts: { assign: Assign },
) {
  const reader = readerOf(writer, by);
  const round = await roundOf(reader, call);
  const before = await readRankings(reader, call);
  refuseOrder(kind, before);
  await refuseUnscored(round);
  const records = await readRecords(writer, { programmeId: by.programmeId, call });
  if (kind === 'final') refuseObjections(before, records, round.run.now);
  const seed = round.run.seed ?? (await readSeed(writer, by.programmeId, call));
  if (seed === null) throw new Refused({ code: 'unknown-item', item: call });
  const declared = await readDeclared(reader, call);
  const lots = await readOffered(reader, call);
  const awards = await readAwards(reader, { call });
  const applications = applicationsOf(round, {
    today: by.today,
    lost: lostOf(call, before, awards, gaveUp),
    signed: signedOf(call, awards, lots),
    bonuses: declared.bonuses,
    records,
    periphery: await readPeriphery(reader),
  });
  const input: RankingInput = { rules: rulesOf(declared, round.run, lots), applications, seed };
  const entries = entriesOf(input);
  const of = { programmeId: by.programmeId, call };
  await calling.addNumbered(writer, 'ranking', of, {
    kind,
    published_on: by.today,
    act,
    objections_until: kind === 'provisional' ? objectionsUntil : null,
    input,
    entries: JSON.stringify(entries),
  });
  await calling.editCall(writer, by.programmeId, call, { seed, ...outcomeOf(entries, kind, by.today) });
  if (kind !== 'provisional') await acts.assign(writer, by, { call, act }, entries);
  const row = (await readRankings(reader, call)).at(-1);
  if (row) await tell(writer, round, row.number);
  if (!row) throw new Refused({ code: 'unknown-item', item: call });
  return rankingView(row);
}
