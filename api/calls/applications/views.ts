// SPDX-License-Identifier: AGPL-3.0-or-later

import {
  type OwnRow,
  type ReceivedRow,
  readAdmission,
  readKnownAid,
  readOwn,
  readReceived,
} from '../../../db/calls/applications/reads.ts';
import { type FileRow, readFiles } from '../../../db/calls/attachments/reads.ts';
import { type RecordRow, readRecords } from '../../../db/calls/dossiers/reads.ts';
import { type RunRow, readNeeded } from '../../../db/calls/drafting/reads.ts';
import type { Reader } from '../../../db/past.ts';
import { attachmentOf } from '../attachments/views.ts';
import { grantable, headroomCents } from '../de-minimis/rules.ts';
import { entriesOf, objectionsUntilOf } from '../dossiers/views.ts';
import { runOf } from '../drafting/views.ts';
import type { MyApplication } from './contract.ts';
import {
  type ApplicationContent,
  aidKnown,
  aidOf,
  centsOf,
  emptyContent,
  type KnownAid,
  missingOf,
  moneyAsked,
  twinsOf,
  undertakingOf,
} from './rules.ts';

/** Requirements, bonuses and lots a call asks for. */
export const neededOf = async (reader: Reader, run: RunRow) => ({
  ...moneyAsked(run.budget_eur, run.grant_share),
  ...(await readNeeded(reader, run.key)),
});

const eurOf = (cents: number) => cents / 100;

/** De minimis aid from this programme's calls to a firm and its linked firms; only for calls with such aid. */
export async function knownAid(
  reader: Reader,
  run: Pick<RunRow, 'aid_rule' | 'key'>,
  contents: readonly ApplicationContent[],
): Promise<KnownAid[]> {
  if (run.aid_rule === null) return [];
  return readKnownAid(reader.db, { programmeId: reader.programmeId, call: run.key }, contents.flatMap(undertakingOf));
}

/** De minimis headroom and grantable part of the request; null if the call gives no such aid. */
export function aidUnder(
  content: ApplicationContent,
  run: Pick<RunRow, 'aid_rule'>,
  { today, known }: { today: string; known: readonly KnownAid[] },
) {
  if (run.aid_rule === null) return null;
  const headroom = headroomCents([...aidOf(content), ...aidKnown(content, known)], today);
  return { headroom, grantable: grantable(centsOf(content.requestedEur), headroom, run.aid_rule) };
}

export interface Admitted {
  arrival: number;
  state: 'admitted' | 'waiting' | 'refused' | 'released';
  amountCents: number;
  why: string;
}

interface ApplicationParts {
  row: OwnRow | undefined;
  run: RunRow;
  needed: Awaited<ReturnType<typeof neededOf>>;
  admission: Admitted | undefined;
  known: readonly KnownAid[];
  /** Omitted on first submission, which saves a query. */
  dossier?: { records: readonly RecordRow[]; files: readonly FileRow[]; objectionsUntil: Date | null };
}

/** An application as shown to its firm. */
export function applicationOf(
  { row, run, needed, admission, known, dossier }: ApplicationParts,
  today: string,
): MyApplication {
  const content = (row?.content as ApplicationContent | undefined) ?? emptyContent;
  const aid = aidUnder(content, run, { today, known });
  const { number, submitted_at, sha256 } = row ?? {};
  return {
    state: row?.state ?? 'none',
    version: row?.version ?? 0,
    content,
    missing: missingOf(content, needed),
    savedAt: row?.saved_at.toISOString() ?? null,
    receipt: number && submitted_at && sha256 ? { number, submittedAt: submitted_at.toISOString(), sha256 } : null,
    admission: admission
      ? {
          arrival: admission.arrival,
          state: admission.state,
          amountEur: eurOf(admission.amountCents),
          why: admission.why,
        }
      : null,
    programmeAid: aidKnown(content, known).map(({ grantedOn, amountCents }) => {
      return { grantedOn, amountEur: eurOf(amountCents) };
    }),
    headroomEur: aid && eurOf(aid.headroom),
    grantableEur: aid && eurOf(aid.grantable),
    excludedReason: row?.excluded_reason ?? null,
    dossier: entriesOf(dossier?.records ?? [], run.now),
    files: (dossier?.files ?? []).map(attachmentOf),
    objectionsUntil: dossier?.objectionsUntil?.toISOString() ?? null,
    now: run.now.toISOString(),
  };
}

export async function myApplicationView(
  reader: Reader,
  call: string,
  { accountId, today }: { accountId: number; today: string },
): Promise<MyApplication> {
  const run = await runOf(reader, call);
  const db = reader.db;
  const row = await readOwn(db, { programmeId: reader.programmeId, call }, accountId);
  const needed = await neededOf(reader, run);
  if (!row) return applicationOf({ row, run, needed, admission: undefined, known: [] }, today);
  const known = await knownAid(reader, run, [row.content as unknown as ApplicationContent]);
  const found = await readAdmission(db, row.application_id);
  const admission = found && { ...found, amountCents: Number(found.amount_cents) };
  const of = { programmeId: reader.programmeId, call };
  const dossier = {
    records: await readRecords(db, of, row.application_id),
    files: await readFiles(db, [row.application_id]),
    objectionsUntil: await objectionsUntilOf(reader, call),
  };
  return applicationOf({ row, run, needed, admission, known, dossier }, today);
}

function receivedOf(row: ReceivedRow, records: readonly RecordRow[], files: readonly FileRow[], now: Date) {
  const { arrival, admission, amount_cents, why } = row;
  const own = <T extends { application_id: number }>(one: T) => one.application_id === row.application_id;
  return {
    applicationId: row.application_id,
    number: row.number ?? 0,
    state: row.state as 'submitted' | 'withdrawn',
    submittedAt: row.submitted_at?.toISOString() ?? '',
    sha256: row.sha256 ?? '',
    content: row.content as ApplicationContent | null,
    admission:
      arrival && admission
        ? { arrival, state: admission, amountEur: eurOf(Number(amount_cents)), why: why ?? '' }
        : null,
    excludedReason: row.excluded_reason,
    dossier: entriesOf(records.filter(own), now),
    // File names are sealed together with the content that refers to them.
    files: row.content === null ? [] : files.filter(own).map(attachmentOf),
  };
}

/** Applications of a call for officials; the database withholds their content until the deadline. */
export async function receivedView(reader: Reader, call: string) {
  const run = await runOf(reader, call);
  const db = reader.db;
  const of = { programmeId: reader.programmeId, call };
  const rows = await readReceived(db, of);
  const records = await readRecords(db, of);
  const files = await readFiles(
    db,
    rows.map(({ application_id }) => application_id),
  );
  const items = rows.map((row) => receivedOf(row, records, files, run.now));
  return {
    name: run.name,
    sealed: run.now < run.closes_at,
    closesAt: run.closes_at.toISOString(),
    items: items.map((item) => ({ ...item, sameFirm: twinsOf(item, items) })),
  };
}
