// SPDX-License-Identifier: AGPL-3.0-or-later
import {
  type AgreementRow,
  type ObligationRow,
  readAgreements,
  readContributions,
  readObligations,
  readParties,
} from '../../../db/money/agreements/reads.ts';
import type { Reader } from '../../../db/past.ts';
import { type MilestoneRow, readMilestones } from '../../../db/plan/milestones/reads.ts';
import { refOf, whenOf } from '../../contract.ts';
import { Refused } from '../../http/refusals.rules.ts';
import { summaryOf } from '../../plan/milestones/views.ts';
import type { Agreement, AgreementSummary, Obligation } from './contract.ts';
import { deadlineOf, type Owed } from './rules.ts';

function agreementOf(row: AgreementRow): AgreementSummary {
  return {
    key: row.key,
    name: row.name,
    kind: row.kind,
    summary: row.summary,
    area: refOf(row.area, row.area_name),
    signed: whenOf(row.signed_on, row.signed_precision),
    runsUntil: whenOf(row.runs_until, row.runs_precision),
    totalEur: row.total_eur,
    contributedEur: row.contributed_eur ?? 0,
    parties: row.parties ?? 0,
    obligations: row.obligations ?? 0,
  };
}

export function owedOf(row: ObligationRow): Owed {
  return {
    key: row.key,
    dueOn: row.due_on,
    afterEvent: row.after_event,
    afterObligation: row.after_obligation,
    months: row.after_months,
    days: row.after_days,
    signedOn: row.signed_on,
    doneOn: row.done_on,
  };
}

function derivationOf(row: ObligationRow, all: ObligationRow[], eventOn: string | null): Obligation['derivation'] {
  if (row.after_event === null) return null;
  const before = all.find(({ key }) => key === row.after_obligation);
  return {
    months: row.after_months,
    days: row.after_days,
    event: row.after_event,
    obligation: before ? { key: before.key, name: before.name } : null,
    eventOn,
  };
}

function obligationOf(row: ObligationRow, all: ObligationRow[], milestones: MilestoneRow[], day: string): Obligation[] {
  const milestone = milestones.find(({ key }) => key === row.milestone);
  if (!milestone) return [];
  const { date, provisional, eventOn } = deadlineOf(owedOf(row), all.map(owedOf));
  return [
    {
      key: row.key,
      name: row.name,
      summary: row.summary,
      owedBy: refOf(row.owed_by, row.owed_by_name),
      owedTo: refOf(row.owed_to, row.owed_to_name),
      deadline: date === null ? null : { date, precision: row.due_precision ?? 'day' },
      provisional,
      derivation: derivationOf(row, all, eventOn),
      milestone: summaryOf(milestone, day),
      source: refOf(row.source, row.source_title),
      note: row.note,
    },
  ];
}

/** Obligations of the agreements with deadline and milestone. */
export async function obligationsView(reader: Reader, only: (row: ObligationRow) => boolean): Promise<Obligation[]> {
  const all = await readObligations(reader);
  const rows = all.filter(only);
  const milestones = await readMilestones(reader, { keys: rows.map((row) => row.milestone) });
  return rows.flatMap((row) => obligationOf(row, all, milestones, reader.day));
}

export async function agreementsView(reader: Reader) {
  return { items: (await readAgreements(reader)).map(agreementOf) };
}

export async function agreementView(reader: Reader, key: string): Promise<Agreement> {
  const [row] = await readAgreements(reader, key);
  if (!row) throw new Refused({ code: 'unknown-item', item: key });
  const parties = await readParties(reader, key);
  const contributions = await readContributions(reader, key);
  return {
    ...agreementOf(row),
    url: row.url,
    source: refOf(row.source, row.source_title),
    note: row.note,
    partyList: parties.map((one) => ({
      key: one.key,
      organisation: { key: one.organisation, name: one.organisation_name },
      part: one.part,
      commitment: one.commitment,
      source: refOf(one.source, one.source_title),
      note: one.note,
    })),
    contributions: contributions.map((one) => ({
      key: one.key,
      name: one.name,
      organisation: refOf(one.organisation, one.organisation_name),
      origin: one.origin,
      form: one.form,
      amountEur: one.amount_eur,
      source: refOf(one.source, one.source_title),
      note: one.note,
    })),
    obligationList: await obligationsView(reader, ({ agreement }) => agreement === key),
  };
}
