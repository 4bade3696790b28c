// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Table } from '../../../db/exchange/catalogue.ts';
import { entriesOf, type Field, precisionOf, type RecordOf } from './rules.ts';
import { type Described, describedIn } from './schema.views.ts';

const typeWords: Record<string, string> = {
  string: 'text',
  integer: 'whole number',
  boolean: '`true` or `false`',
  datetime: 'instant',
  array: 'JSON list',
  object: 'JSON object',
  geojson: 'GeoJSON',
};

function kindOf({ name, type }: Described, field: Field | undefined): string {
  if (field?.kind === 'reference') return `key of [${field.table}](#${field.table})`;
  if (field?.kind === 'when') return 'date, coarse';
  if (name === 'key') return 'key';
  if (field?.kind === 'choices' || field?.kind === 'words') return 'words with a space between';
  if (name.endsWith('_it') && !field) return 'text in Italian';
  if (name.endsWith('_en') && !field) return 'text in English';
  return field?.kind === 'share' ? 'share, 0 to 1' : (typeWords[type] ?? type);
}

/** Cells of a Markdown table cannot hold a bar. */
const cell = (words: string) => words.replaceAll('|', '\\|');

function limitsOf({ minimum, maximum, pattern }: Record<string, unknown>, field: Field | undefined): string[] {
  const isNumber = field?.kind !== 'share';
  return [
    ...(isNumber && minimum !== undefined ? [`At least ${minimum}.`] : []),
    ...(isNumber && maximum !== undefined ? [`At most ${maximum}.`] : []),
    ...(field?.kind === 'text' && pattern !== undefined ? [`Matches \`${pattern}\`.`] : []),
  ];
}

function lineOf(described: Described, field: Field | undefined): string {
  const constraints = (described.constraints ?? {}) as Record<string, unknown>;
  const listed = field?.kind === 'choices' ? Object.keys(field.choices) : [];
  const choices = (constraints.enum as string[] | undefined) ?? listed;
  const told = field?.kind === 'choices' ? field.description : described.description;
  const meaning = [`${described.title}.`, ...(told ? [told] : []), ...limitsOf(constraints, field)].join(' ');
  return `| \`${described.name}\` | ${kindOf(described, field)} | ${constraints.required ? 'yes' : ''} | ${choices
    .map((choice) => `\`${choice}\``)
    .join(' ')} | ${cell(meaning)} |`;
}

function sectionOf(record: RecordOf, table: Table): string {
  const fields = new Map(entriesOf(record.fields));
  const precisions = new Set(entriesOf(record.fields).map(([column]) => precisionOf(column)));
  const lines = describedIn(record, table)
    .filter(({ name }) => name !== 'known_on' && (fields.has(name) || !precisions.has(name)))
    .map((described) => lineOf(described, fields.get(described.name)));
  const heading = ['| column | kind | required | choices | meaning |', '| --- | --- | --- | --- | --- |'];
  return [`### ${record.table}`, '', record.description ?? '', '', ...heading, ...lines].join('\n');
}

const mark = '<!-- What follows is written by `npm run schema`. -->';

/** The page *The data format*: its own words as they are, then a section for each table. */
export function formatText(page: string, records: readonly RecordOf[], tables: readonly Table[]): string {
  const own = page.split(mark)[0]?.trimEnd() ?? '';
  const sections = records.flatMap((record) => {
    const table = tables.find(({ name }) => name === record.table);
    return table ? [sectionOf(record, table)] : [];
  });
  return `${[own, mark, '## Tables', ...sections].join('\n\n')}\n`;
}
