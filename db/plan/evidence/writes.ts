// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Writer } from '../../change.ts';
import type { Bilingual } from '../../schema.ts';
import { keyBelow } from '../../values.ts';

interface NewEvidence {
  programmeId: number;
  milestone: string;
  name: Bilingual;
  /** A link or a file. */
  url: string | null;
  file: { hash: string; name: string; type: string; bytes: number } | null;
  issuedOn: string | null;
  precision: string | null;
  note: Bilingual | null;
}

/** Adds evidence; returns its key. */
export async function addEvidence(writer: Writer, evidence: NewEvidence): Promise<string> {
  const { programmeId, milestone, name, url, file, issuedOn, precision, note } = evidence;
  const key = keyBelow(milestone, 'e');
  await writer
    .insertInto('evidence')
    .values({
      programme_id: programmeId,
      key,
      milestone,
      kind: file ? 'document' : 'link',
      name,
      url,
      issued_on: issuedOn,
      issued_precision: precision as never,
      source: null,
      note,
      file_hash: file?.hash ?? null,
      file_name: file?.name ?? null,
      file_type: file?.type ?? null,
      file_bytes: file?.bytes ?? null,
    })
    .execute();
  return key;
}

export async function removeEvidence(writer: Writer, programmeId: number, key: string) {
  await writer.deleteFrom('evidence').where('programme_id', '=', programmeId).where('key', '=', key).execute();
}
