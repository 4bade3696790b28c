// SPDX-License-Identifier: AGPL-3.0-or-later
import { expect, test } from 'vitest';
import { records } from '../../../api/fields.ts';
import { entriesOf, type Field } from '../../../api/platform/fields/rules.ts';
import { Changed } from '../../../web/platform/history/Fields.tsx';
import { h, render } from '../../harness/render.ts';

/** Values of a field as the log tells them. */
function toldOf(field: Field): unknown[] {
  switch (field.kind) {
    case 'choice':
      return Object.keys(field.choices);
    case 'choices':
      return [JSON.stringify(Object.keys(field.choices))];
    case 'json':
      return field.words ? [JSON.stringify(Object.keys(field.words))] : [];
    case 'flag':
      return [true, false];
    case 'instant':
      return ['2026-03-01T09:30:00.000Z'];
    case 'date':
      return ['2026-03-01'];
    case 'when':
      return [{ date: '2026-06-30', precision: 'half-year' }];
    default:
      return [];
  }
}

const changeOf = (table: string, fields: { name: string; before: unknown; after: unknown }[]) => ({
  change: { operation: 'update', kind: 'edited', table, key: 'a', name: null, about: null, fields } as never,
});

const plain = (words: string) => words.replace(/[\s\u00a0]+/g, ' ').trim();
const shown = () =>
  [...document.querySelectorAll('.fields > div')].map((one) => ({
    label: plain(one.querySelector('dt')?.textContent ?? ''),
    after: plain(one.querySelectorAll('dd')[1]?.lastChild?.textContent ?? ''),
  }));

/** Words of the database: keys with a hyphen or an underscore, ISO dates, JSON. */
const code = /[a-z]_[a-z]|^[a-z]+(-[a-z0-9]+)+$|\d{4}-\d{2}|[{}[\]"]|\btrue\b|\bfalse\b/;
const terms: Record<string, string> = { area: 'area', zone: 'zona', periphery: 'periferia' };
const said = (words: string) =>
  plain(words.replace(/‹(\w+)›/g, (_, term: string) => terms[term.toLowerCase()] ?? '')).toLowerCase();

test.each(records)('the history names the columns and choices of $table in words of the page', async (record) => {
  const entries = entriesOf(record.fields).filter(([, { kind }]) => kind !== 'key');
  const fields = entries.flatMap(([name, field]) => {
    const told = toldOf(field);
    return (told.length > 0 ? told : ['x']).map((after) => ({ name, field, before: null, after }));
  });
  const changes = fields.map((field) => ({ ...changeOf(record.table, [field]), key: `${field.name}/${field.after}` }));
  await render(changes.map((change) => h(Changed, change)));
  const lines = shown();
  expect(lines.map(({ label }) => label.toLowerCase())).toEqual(fields.map(({ field }) => said(field.label.it)));
  const wrong = lines.flatMap(({ after }, at) => {
    const { name, field } = fields[at] ?? {};
    const choice = field?.kind === 'choice' ? field.choices[String(fields[at]?.after)] : undefined;
    const isSaid = choice ? after.toLowerCase() === said(choice.it) : !code.test(after);
    return isSaid ? [] : [`${name}: ${after}`];
  });
  expect(wrong).toEqual([]);
});
