// SPDX-License-Identifier: AGPL-3.0-or-later
import { describe, expect, test } from 'vitest';
import { change, changeOrPreview, type Writer } from '../../../db/change.ts';
import { findProgrammeId } from '../../../db/city/programmes/reads.ts';
import { connect } from '../../../db/client.ts';
import { sampleKey } from '../../../db/exchange/shipped.ts';
import { withDatabase } from '../../harness/opened.ts';
import { testTimezone } from '../../harness/postgres.ts';

describe('a preview', () => {
  const database = withDatabase();
  const by = { actor: 'test', reason: '' };
  const programmeId = async () => (await findProgrammeId(database.db, sampleKey)) ?? 0;
  const firstLab = async () =>
    database.db
      .selectFrom('lab')
      .where('programme_id', '=', await programmeId())
      .select(['key', 'staff'])
      .orderBy('key')
      .executeTakeFirstOrThrow();
  const setStaff = (writer: Writer, of: { id: number; key: string; staff: number }) =>
    writer
      .updateTable('lab')
      .set({ staff: of.staff })
      .where('programme_id', '=', of.id)
      .where('key', '=', of.key)
      .returning('staff')
      .executeTakeFirstOrThrow();

  test('holds up no other write, not even of the same row, and leaves nothing', async () => {
    const id = await programmeId();
    const { key } = await firstLab();
    const logged = () =>
      database.db
        .selectFrom('change')
        .select((eb) => eb.fn.countAll<number>().as('n'))
        .executeTakeFirstOrThrow();
    const before = await logged();
    const shown = await changeOrPreview(database.db, by, { programmeId: id, tables: ['lab'] }, async (writer) => {
      await setStaff(writer, { id, key, staff: 901 });
      // Would wait for the end of the preview, and so for ever, if the preview held the row or the revision.
      await change(database.db, by, (other) => setStaff(other, { id, key, staff: 902 }));
      return writer.selectFrom('lab').where('key', '=', key).select('staff').executeTakeFirstOrThrow();
    });
    expect(shown.staff).toBe(901);
    expect((await firstLab()).staff).toBe(902);
    expect((await logged()).n).toBe(before.n + 1);
  });

  test('shows only the rows of its programme, and checks them as the table does', async () => {
    const id = await programmeId();
    const { key } = await firstLab();
    const rows = await changeOrPreview(database.db, by, { programmeId: id, tables: ['lab'] }, (writer) =>
      writer.selectFrom('lab').select('programme_id').distinct().execute(),
    );
    expect(rows).toEqual([{ programme_id: id }]);
    const wrong = changeOrPreview(database.db, by, { programmeId: id, tables: ['lab'] }, (writer) =>
      setStaff(writer, { id, key, staff: -1 }),
    );
    await expect(wrong).rejects.toMatchObject({ code: '23514' });
  });

  test('leaves its connection as it was, with the statements prepared before and in it', async () => {
    const id = await programmeId();
    const { key } = await firstLab();
    const { db, pool } = connect(database.url, testTimezone, 1);
    await change(db, by, (writer) => setStaff(writer, { id, key, staff: 1 }));
    await changeOrPreview(db, by, { programmeId: id, tables: ['lab'] }, (writer) =>
      setStaff(writer, { id, key, staff: 2 }),
    );
    expect((await firstLab()).staff).toBe(1);
    await change(db, by, (writer) => setStaff(writer, { id, key, staff: 3 }));
    expect((await firstLab()).staff).toBe(3);
    await pool.end();
  });
});
