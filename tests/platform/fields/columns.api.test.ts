// SPDX-License-Identifier: AGPL-3.0-or-later
import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import { recordOf, records } from '../../../api/fields.ts';
import { editLab } from '../../../api/labs/editing/contract.ts';
import { labSheet } from '../../../api/labs/import/columns.rules.ts';
import { editMachine } from '../../../api/labs/machines/contract.ts';
import { askedIn } from '../../../api/platform/fields/form.rules.ts';
import { entriesOf, type Field, nameOf, precisionOf, type RecordOf } from '../../../api/platform/fields/rules.ts';
import { linkOf } from '../../../api/platform/history/rules.ts';
import { editSpace } from '../../../api/spaces/directory/contract.ts';
import { spaceSheet } from '../../../api/spaces/import/rules.ts';
import { type Column, domainTables, readCatalogue, type Table } from '../../../db/exchange/catalogue.ts';
import { withDatabase } from '../../harness/opened.ts';

/** Columns without a field of their own, and why. */
const keptOtherwise: Record<string, string> = {
  programme_id: 'a number within this database; a package and the API name the programme by its key',
};

/** Kinds of fields that a column may have. */
const kindsOf: Record<Column['type'], Field['kind'][]> = {
  text: ['text', 'choice', 'link'],
  key: ['key', 'reference'],
  bilingual: ['bilingual'],
  number: ['number', 'euro', 'share'],
  int: ['whole'],
  date: ['date', 'when'],
  boolean: ['flag'],
  json: ['json', 'point'],
  instant: ['instant'],
  bytes: ['bytes'],
  words: ['choices', 'words'],
  other: [],
};

const isPrecision = (table: Table, column: Column, record: RecordOf) =>
  table.columns.some(
    ({ name }) => name !== column.name && precisionOf(name) === column.name && record.fields[name]?.kind === 'when',
  );

describe('every domain table', () => {
  const database = withDatabase('empty');
  let tables: Table[];
  const lists = new Map<string, string[]>();
  beforeAll(async () => {
    tables = domainTables(await readCatalogue(database.db));
    // Lists of words are held by domains over arrays, which the catalogue does not expand.
    const { rows } = await sql<{ column: string; check: string }>`
      select a.attrelid::regclass || '.' || a.attname as column, pg_get_constraintdef(k.oid) as check
      from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_constraint k
        on k.contypid = a.atttypid or (k.conrelid = c.oid and k.conkey = array[a.attnum])
      where c.relnamespace = 'public'::regnamespace and pg_get_constraintdef(k.oid) like '%<@%'`.execute(database.db);
    for (const { column, check } of rows)
      lists.set(
        column,
        [...check.matchAll(/'([^']+)'::text/g)].map(([, word]) => word ?? ''),
      );
  });

  /** Each column of each table with its field. */
  const columns = () =>
    tables.flatMap((table) =>
      table.columns.map((column) => {
        const record = recordOf(table.name);
        return { table, column, record, field: record?.fields[column.name], name: `${table.name}.${column.name}` };
      }),
    );
  const described = () => columns().flatMap(({ field, ...one }) => (field ? [{ ...one, field }] : []));

  test('is described once, and no other table is', () => {
    const names = (of: readonly { name: string }[]) => of.map(({ name }) => name).toSorted();
    expect(records.map(({ table }) => table).toSorted()).toEqual(names(tables));
  });

  test('has a field for every column, or stands on the list of those kept otherwise', () => {
    const without = columns()
      .filter(({ field, column }) => !field && !keptOtherwise[column.name])
      .filter(({ table, column, record }) => !record || !isPrecision(table, column, record));
    expect(without.map(({ name }) => name)).toEqual([]);
    const gone = records.flatMap(({ table, fields }) =>
      Object.keys(fields)
        .filter((column) => !tables.find(({ name }) => name === table)?.columns.some(({ name }) => name === column))
        .map((column) => `${table}.${column}`),
    );
    expect(gone).toEqual([]);
  });

  test('has fields of the kind, with the references and the necessity of its columns', () => {
    const wrong = described().flatMap(({ column, field, name }) => [
      ...(kindsOf[column.type].includes(field.kind) ? [] : [`${name}: ${field.kind} for ${column.type}`]),
      ...(column.name === 'key' || (field.kind === 'reference' ? field.table : null) === column.refersTo
        ? []
        : [`${name} refers to ${column.refersTo}`]),
      ...(Boolean(field.required) === !column.nullable || field.kind === 'choices' || field.kind === 'words'
        ? []
        : [`${name} is ${column.nullable ? 'nullable' : 'never null'}`]),
      ...(field.kind === 'number' && field.step !== undefined && field.step !== Number(`1e-${column.scale}`)
        ? [`${name} has ${column.scale} decimals`]
        : []),
    ]);
    expect(wrong).toEqual([]);
  });

  test('has coarse dates where a column tells the precision, and only there', () => {
    const wrong = described().filter(({ table, column, field }) => {
      const isCoarse = table.columns.some(
        ({ name }) => name !== column.name && column.type === 'date' && name === precisionOf(column.name),
      );
      return isCoarse !== (field.kind === 'when');
    });
    expect(wrong.map(({ name }) => name)).toEqual([]);
  });

  test('has the choices that the database accepts', () => {
    const wrong = described().filter(({ column, field, name }) => {
      const accepted = (column.choices ?? lists.get(name) ?? []).toSorted();
      const offered = 'choices' in field ? Object.keys(field.choices).toSorted() : [];
      return accepted.join(' ') !== offered.join(' ');
    });
    expect(wrong.map(({ name }) => name)).toEqual([]);
  });

  test('has its labels, titles and choices in both languages', () => {
    const isSaid = ({ it, en }: { it: string; en: string }) => it.trim() !== '' && en.trim() !== '';
    const untold = records.flatMap(({ table, title, description, fields }) => [
      ...(isSaid(title) && description ? [] : [table]),
      ...entriesOf(fields).flatMap(([column, field]) => {
        const words = 'choices' in field ? Object.values(field.choices) : [];
        return [field.label, ...words].every(isSaid) ? [] : [`${table}.${column}`];
      }),
    ]);
    expect(untold).toEqual([]);
    // A heading or a line of the history names one column of its table.
    const twice = records.flatMap(({ table, fields }) =>
      (['it', 'en'] as const).flatMap((language) => {
        const labels = Object.values(fields).map(({ label }) => label[language]);
        return labels.filter((label, at) => labels.indexOf(label) !== at).map((label) => `${table}: ${label}`);
      }),
    );
    expect(twice).toEqual([]);
  });

  test('has references that the history follows', () => {
    const wrong = described().filter(
      ({ field, column }) => field.kind === 'reference' && linkOf(column.name) !== field.table,
    );
    expect(wrong.map(({ name }) => name)).toEqual([]);
  });
});

/** Fields that the form asks for by code of its own, and why. */
const askedOtherwise: Record<string, string> = {
  'lab.zone': 'proposed from the address and the place',
  'lab.hours': 'spans by weekday',
  'lab.hours_exceptions': 'spans by date',
  'lab.prices': 'rows of name, amount and period',
  'space.address': 'kept apart where the place is blurred',
  'space.latitude': 'kept apart where the place is blurred',
  'space.longitude': 'kept apart where the place is blurred',
  'space.blur_m': 'decides what of the place is told',
};
/** Fields that the table for spreadsheets leaves out, and why. */
const leftOut: Record<string, string> = {
  'lab.confirmed': 'follows from confirmations, not from a table',
  'lab.merged_into': 'a merged lab is not listed',
};

const edited = [
  { table: 'space', input: editSpace.input, heading: spaceSheet.heading },
  { table: 'lab', input: editLab.input, heading: labSheet.heading },
  { table: 'machine', input: editMachine.input, heading: null },
] as const;

describe.each(edited)('every field of a $table', ({ table, input, heading }) => {
  const record = recordOf(table) as RecordOf;
  const all = entriesOf(record.fields).filter(([, { kind }]) => kind !== 'key');

  test('is in the contract, unless it is changed by commands only', () => {
    const taken = Object.keys(input.shape);
    const without = all.filter(([column, field]) => !field.fixed && !taken.includes(nameOf(column, field)));
    expect(without.map(([column]) => column).filter((column) => !askedOtherwise[`${table}.${column}`])).toEqual([]);
  });

  test('is asked for by a section of the form, or by code of its own', () => {
    const sections = [...Object.keys(record.sections ?? {}), 'machine'];
    const asked = sections.flatMap((section) => askedIn(record.fields, section).map(([column]) => column));
    const without = all.filter(([column, { fixed }]) => !fixed && !asked.includes(column)).map(([column]) => column);
    expect(without.filter((column) => !askedOtherwise[`${table}.${column}`])).toEqual([]);
  });

  test('is in the table for spreadsheets, if there is one', () => {
    const cells = ([column, { kind }]: [string, Field]) =>
      kind === 'bilingual'
        ? [`${column}_it`, `${column}_en`]
        : [column, ...(kind === 'when' ? [precisionOf(column)] : [])];
    const without = heading ? all.filter((entry) => cells(entry).some((cell) => !heading.includes(cell))) : [];
    expect(without.map(([column]) => column).filter((column) => !leftOut[`${table}.${column}`])).toEqual([]);
  });
});
