// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Column, Table } from '../../../db/exchange/catalogue.ts';
import type { TextPackage } from '../../../db/exchange/package.ts';
import { precisionWords } from './choices.fields.ts';
import { type Choices, choicesOf, entriesOf, type Field, precisionOf, type RecordOf } from './rules.ts';

/** One column of a table's CSV file, as the data package standard (v2) describes fields. */
export interface Described {
  name: string;
  type: string;
  title: string;
  description?: string;
  [further: string]: unknown;
}

const since: Described = {
  name: 'known_on',
  type: 'date',
  title: 'Known on',
  description: 'The day from which the row was known. The same key may appear again with a later day.',
};

const types: Record<Column['type'], string> = {
  text: 'string',
  key: 'string',
  bilingual: 'string',
  number: 'number',
  int: 'integer',
  date: 'date',
  boolean: 'boolean',
  json: 'object',
  instant: 'datetime',
  bytes: 'string',
  words: 'string',
  other: 'string',
};

const keyPattern = '^[a-z0-9]+([-.][a-z0-9]+)*$';

/** Form of the values; the type `list` of the standard is in none of its published profiles. */
function patternOf(field: Field): string | undefined {
  switch (field.kind) {
    case 'key':
    case 'reference':
      return keyPattern;
    case 'link':
      return '^https?://.*';
    case 'text':
      return field.pattern?.source;
    case 'choices': {
      const one = `(${choicesOf(field).join('|')})`;
      return `^${one}( ${one})*$`;
    }
    case 'words':
      return '^\\S+( \\S+)*$';
    default:
      return undefined;
  }
}

/** Limits of the values: those of the database, and of the field. */
function constraintsOf(field: Field, column: Column): Record<string, unknown> {
  const { kind } = field;
  const isAmount = kind === 'euro' || kind === 'share';
  const { min = isAmount ? 0 : undefined, max = kind === 'share' ? 1 : undefined } = field as {
    min?: number;
    max?: number;
  };
  const isNumber = isAmount || kind === 'whole' || kind === 'number';
  const pattern = patternOf(field);
  const most = kind === 'text' ? field.max : kind === 'key' || kind === 'reference' ? 80 : undefined;
  return {
    ...(column.nullable || column.fallback ? {} : { required: true }),
    ...(isNumber && min !== undefined ? { minimum: min } : {}),
    ...(isNumber && max !== undefined ? { maximum: max } : {}),
    ...(pattern === undefined ? {} : { pattern }),
    ...(most === undefined ? {} : { maxLength: most }),
    ...(kind === 'choice' ? { enum: choicesOf(field) } : {}),
  };
}

const categoriesOf = (choices: Choices) => Object.entries(choices).map(([value, { en }]) => ({ value, label: en }));

const withConstraints = (described: Described, constraints: Record<string, unknown>): Described =>
  Object.keys(constraints).length > 0 ? { ...described, constraints } : described;

const plain = (words: string) => words.replace(/[‹›]/g, '');

function titleOf({ label, ...field }: Field): string {
  const unit = field.kind === 'euro' ? 'euro' : 'unit' in field ? field.unit : undefined;
  return plain(unit ? `${label.en} (${unit})` : label.en);
}

function ofColumn(field: Field, column: Column): Described[] {
  const { name } = column;
  const title = titleOf(field);
  const told = field.description ?? field.help?.en;
  const description = told === undefined ? {} : { description: told };
  const type = field.kind === 'json' ? field.shape : types[column.type];
  const constraints = constraintsOf(field, column);
  if (field.kind === 'bilingual')
    return [
      withConstraints({ name: `${name}_it`, type, title: `${title}, in Italian`, ...description }, constraints),
      { name: `${name}_en`, type, title: `${title}, in English`, ...description },
    ];
  const one = {
    name,
    type,
    title,
    ...description,
    ...(field.kind === 'choice' ? { categories: categoriesOf(field.choices) } : {}),
    ...(field.kind === 'choices'
      ? { description: `Any of these, with a space between: ${choicesOf(field).join(', ')}.` }
      : {}),
    ...(type === 'boolean' ? { trueValues: ['true'], falseValues: ['false'] } : {}),
  };
  return [withConstraints(one, constraints)];
}

function ofPrecision(field: Field, column: Column): Described {
  const described = {
    name: column.name,
    type: 'string',
    title: `${titleOf(field)}: precision of the date`,
    description: 'How precisely the date is known; it is the last day of its span.',
    categories: categoriesOf(precisionWords),
  };
  return withConstraints(described, { enum: choicesOf({ choices: precisionWords }) });
}

/** Columns of a table's CSV file, in the order of the database. */
export function describedIn({ fields }: RecordOf, { columns }: Table): Described[] {
  const coarse = new Map(
    entriesOf(fields)
      .filter(([, { kind }]) => kind === 'when')
      .map(([column, field]) => [precisionOf(column), field]),
  );
  const described = columns.flatMap((column) => {
    const [field, dated] = [fields[column.name], coarse.get(column.name)];
    if (field) return ofColumn(field, column);
    return dated ? [ofPrecision(dated, column)] : [];
  });
  return [...described, since];
}

type TextTable = TextPackage['tables'] extends Map<string, infer T> ? T : never;

/** Schema of one CSV file: its columns in the order of its heading, its keys, and its references within the package. */
function schemaOf(record: RecordOf, table: Table, { columns, rows }: TextTable, others: readonly string[]) {
  const known = new Map(describedIn(record, table).map((one) => [one.name, one]));
  const dated = columns.includes('known_on') && rows.every(({ cells }) => cells.known_on);
  const references = entriesOf(record.fields).filter(
    ([column, field]) => field.kind === 'reference' && columns.includes(column) && others.includes(field.table),
  );
  const unique = (record.unique ?? []).filter((set) => set.every((column) => columns.includes(column)));
  return {
    $schema: 'https://datapackage.org/profiles/2.0/tableschema.json',
    fields: columns.flatMap((column) => known.get(column) ?? []),
    primaryKey: dated ? ['key', 'known_on'] : ['key'],
    ...(unique.length > 0 ? { uniqueKeys: unique.map((set) => (dated ? [...set, 'known_on'] : [...set])) } : {}),
    ...(references.length > 0 ? { foreignKeys: references.map((entry) => foreignKeyOf(record, entry)) } : {}),
    missingValues: [''],
  };
}

/** A reference within the same file leaves out the resource. */
const foreignKeyOf = ({ table }: RecordOf, [column, field]: [string, Field]) => {
  const resource = (field as { table: string }).table;
  return { fields: [column], reference: { ...(resource === table ? {} : { resource }), fields: ['key'] } };
};

const dialect = {
  $schema: 'https://datapackage.org/profiles/2.0/tabledialect.json',
  header: true,
  delimiter: ',',
  lineTerminator: '\n',
  quoteChar: '"',
  doubleQuote: true,
};

interface Descriptor {
  name: string;
  [further: string]: unknown;
}

/**
 * Descriptor of a data package (standard v2). Its own words stay: title, sources, licences, the day from which it is
 * known. The schemas follow from the fields and the database.
 */
export function descriptorOf(
  { $schema: _, profile: __, resources: ___, ...own }: Descriptor,
  text: TextPackage,
  tables: readonly Table[],
  recordOf: (table: string) => RecordOf | undefined,
) {
  const names = [...text.tables.keys()];
  const resources = [...text.tables].flatMap(([name, file]) => {
    const [record, table] = [recordOf(name), tables.find((one) => one.name === name)];
    if (!record || !table) return [];
    return {
      $schema: 'https://datapackage.org/profiles/2.0/dataresource.json',
      name,
      type: 'table',
      title: plain(record.title.en),
      ...(record.description ? { description: record.description } : {}),
      path: file.file,
      format: 'csv',
      mediatype: 'text/csv',
      encoding: 'utf-8',
      dialect,
      schema: schemaOf(record, table, file, names),
    };
  });
  return { $schema: 'https://datapackage.org/profiles/2.0/datapackage.json', ...own, resources };
}
