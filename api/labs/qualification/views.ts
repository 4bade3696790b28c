// SPDX-License-Identifier: AGPL-3.0-or-later
import { readLabBody } from '../../../db/labs/editing/reads.ts';
import * as reads from '../../../db/labs/qualification/reads.ts';
import type { Reader } from '../../../db/past.ts';
import { fileReply } from '../../http/files.ts';
import { Refused } from '../../http/refusals.rules.ts';
import { type Measure, metBy, type Requirement, type Step, standingOf } from './rules.ts';

const stepOf = ({ act, made_on, until_on }: reads.StepRow): Step => ({ act, madeOn: made_on, untilOn: until_on });

const requirementOf = (row: reads.RequirementRow) => ({
  key: row.key,
  name: row.name,
  measure: row.measure,
  atLeast: row.at_least === null ? null : Number(row.at_least),
  document: row.document,
  note: row.note,
});

const open = ['public', 'public-hours'];

/** Value of each measure in an entry; null if not recorded. */
export const measuresOf = (row: reads.MeasuresRow): Record<Measure, number | null> => ({
  workstations: row.workstations,
  'floor-area': row.floor_area_m2 === null ? null : Number(row.floor_area_m2),
  staff: row.staff,
  machines: Number(row.machines ?? 0),
  processes: row.processes,
  services: row.services.length,
  'open-access': row.access === null ? null : open.includes(row.access) ? 1 : 0,
});

export const requirementsView = async (reader: Reader) => (await reads.readRequirements(reader)).map(requirementOf);

export async function qualifiedView(reader: Reader) {
  const steps = Map.groupBy(await reads.readSteps(reader), ({ lab }) => lab);
  const items = [...steps.values()].flatMap((own) => {
    const [first] = own;
    const standing = standingOf(own.map(stepOf), reader.day);
    if (!first || standing.state === 'never') return [];
    return [{ lab: { key: first.lab, name: first.lab_name }, kind: first.kind, ...standing }];
  });
  items.sort((a, b) => a.lab.name.it.localeCompare(b.lab.name.it));
  return { requirements: await requirementsView(reader), items };
}

/** Qualification status of one lab; documents are always the current ones, even for a past day. */
export async function qualificationView(reader: Reader, lab: string) {
  const body = await readLabBody(reader, lab);
  if (!body) throw new Refused({ code: 'unknown-item', item: lab });
  if (body.merged_into !== null) return qualificationView(reader, body.merged_into);
  const steps = await reads.readSteps(reader, lab);
  const [row] = await reads.readMeasures(reader, [lab]);
  if (!row) throw new Refused({ code: 'unknown-item', item: lab });
  const measures = measuresOf(row);
  const documents = await reads.readDocuments(reader.db.withSchema('public') as never, reader.programmeId, lab);
  const checked = (requirement: Requirement) => {
    const documented = documents.some((document) => document.requirement === requirement.key);
    const value = requirement.measure === null ? null : measures[requirement.measure];
    return { met: metBy(requirement, { measures, documented }), value };
  };
  return {
    lab,
    ...standingOf(steps.map(stepOf), reader.day),
    requirements: (await requirementsView(reader)).map((one) => ({ ...one, ...checked(one) })),
    steps: steps.map((step) => ({ number: step.number, ...stepOf(step), reason: step.reason })),
  };
}

export async function documentsView(reader: Reader, programme: string, lab: string) {
  const rows = await reads.readDocuments(reader.db.withSchema('public') as never, reader.programmeId, lab);
  return {
    items: rows.map((row) => ({
      documentId: row.document_id,
      requirement: row.requirement,
      name: row.file_name,
      bytes: row.file_bytes,
      addedAt: row.added_at.toISOString(),
      address: `/api/v1/programmes/${programme}/labs/${lab}/documents/${row.document_id}`,
    })),
  };
}

export async function documentView(reader: Reader, folder: string, lab: string, documentId: number) {
  const rows = await reads.readDocuments(reader.db.withSchema('public') as never, reader.programmeId, lab);
  const row = rows.find((one) => one.document_id === documentId);
  const held = row && { name: row.file_name, type: row.file_type, bytes: row.file_bytes, hash: row.file_hash };
  const reply = held && (await fileReply(held, folder));
  if (!reply) throw new Refused({ code: 'unknown-item', item: String(documentId) });
  return reply;
}
