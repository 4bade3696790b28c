// SPDX-License-Identifier: AGPL-3.0-or-later
import { sql } from 'kysely';
import { editOf, type Writer } from '../../change.ts';
import type { Values } from '../../values.ts';

interface By {
  programmeId: number;
  today: string;
}

/** All sections of an entry, by their database names. */
const allSections = ['about', 'place', 'hours', 'facts', 'services', 'contacts', 'machines'];

/** Lists of objects are passed as JSON, since the driver would write them as Postgres arrays. */
const lists = ['hours', 'hours_exceptions', 'prices'];
const written = (values: Values<'lab'>) =>
  Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      lists.includes(name) && value !== null ? JSON.stringify(value) : value,
    ]),
  );

export async function addLab(writer: Writer, programmeId: number, key: string, values: Values<'lab'>) {
  await writer
    .insertInto('lab')
    .values({ ...written(values), programme_id: programmeId, key } as never)
    .execute();
}

const edit = editOf('lab');
export const editLab = (writer: Writer, programmeId: number, key: string, values: Values<'lab'>): Promise<void> =>
  edit(writer, programmeId, key, written(values));

/** Confirms sections as of today; the whole entry is as old as its oldest section. */
export async function confirmSections(
  writer: Writer,
  { programmeId, today }: By,
  lab: string,
  sections: readonly string[],
) {
  const named = JSON.stringify(Object.fromEntries(sections.map((section) => [section, today])));
  const day = sql`(confirmed || ${named}::jsonb)`;
  await writer
    .updateTable('lab')
    .set({
      confirmed: sql`${day}` as never,
      confirmed_on: sql<string>`(select case when count(*) = count(d.day) then min(d.day) end
        from unnest(${allSections}::text[]) s cross join lateral
          (select coalesce((${day} ->> s)::date, lab.confirmed_on) as day) d)`,
    })
    .where('programme_id', '=', programmeId)
    .where('key', '=', lab)
    .execute();
}

/** Moves data outside the log to the merge target: operators, invitations, pending requests, contact and documents. */
async function handOverPersons(writer: Writer, programmeId: number, from: string, into: string) {
  for (const [table, held] of [
    ['role', 'ended_at'],
    ['invitation', 'accepted_at'],
  ] as const)
    await sql`update ${sql.table(`access.${table}`)} set labs = array_append(array_remove(labs, ${into}), ${into})
      where programme_id = ${programmeId} and ${sql.ref(held)} is null and labs @> array[${from}]`.execute(writer);
  await sql`update access.request_lab r set lab = ${into} where programme_id = ${programmeId} and lab = ${from}
    and not exists (select from access.request_lab o where o.request_id = r.request_id and o.lab = ${into})`.execute(
    writer,
  );
  for (const table of ['request', 'lab_document'] as const)
    await sql`update ${sql.table(`access.${table}`)} set lab = ${into}
      where programme_id = ${programmeId} and lab = ${from}`.execute(writer);
  // If both labs have a contact, that of the target is kept.
  await sql`insert into access.lab_contact (programme_id, lab, name, email, phone)
    select programme_id, ${into}, name, email, phone from access.lab_contact
    where programme_id = ${programmeId} and lab = ${from} on conflict do nothing`.execute(writer);
  await sql`delete from access.lab_contact where programme_id = ${programmeId} and lab = ${from}`.execute(writer);
}

/** Moves the parts of a merged entry to its target: machines, photos, operators. */
export async function handOver(writer: Writer, programmeId: number, from: string, into: string) {
  for (const table of ['machine', 'lab_photo'] as const)
    await writer
      .updateTable(table)
      .set({ lab: into })
      .where('programme_id', '=', programmeId)
      .where('lab', '=', from)
      .execute();
  // Qualification steps are not merged: the target keeps its own history.
  await sql`update qualification_step q set lab = ${into} where programme_id = ${programmeId} and lab = ${from}
    and not exists (select from qualification_step o where o.programme_id = q.programme_id and o.lab = ${into})`.execute(
    writer,
  );
  await handOverPersons(writer, programmeId, from, into);
  await writer
    .updateTable('lab')
    .set({ merged_into: into })
    .where('programme_id', '=', programmeId)
    .where('merged_into', '=', from)
    .execute();
}

/** Sets the internal contact; empty values delete it. */
export async function keepContact(
  writer: Writer,
  programmeId: number,
  lab: string,
  contact: { name: string | null; email: string | null; phone: string | null },
) {
  const { name, email, phone } = contact;
  if (name === null && email === null && phone === null) {
    await writer
      .deleteFrom('access.lab_contact')
      .where('programme_id', '=', programmeId)
      .where('lab', '=', lab)
      .execute();
    return;
  }
  await writer
    .insertInto('access.lab_contact')
    .values({ programme_id: programmeId, lab, ...contact })
    .onConflict((conflict) => conflict.columns(['programme_id', 'lab']).doUpdateSet(contact))
    .execute();
}
