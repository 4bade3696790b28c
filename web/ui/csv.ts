// SPDX-License-Identifier: AGPL-3.0-or-later
import { marked } from '../../api/platform/tables/marks.rules.ts';
import type { TableOf, Value } from './DataTable.tsx';

const safe = (value: Value): string => (typeof value === 'string' ? marked(value) : String(value ?? ''));
const quoted = (text: string): string => (/[",;\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/** The table's raw values as RFC 4180, with a BOM so that spreadsheets detect UTF-8. */
export function csvOf<Row>({ columns, rows }: TableOf<Row>): string {
  const lines = [
    columns.map(({ header }) => header),
    ...rows.map((row) => columns.map(({ value }) => safe(value(row)))),
  ];
  return `\ufeff${lines.map((line) => line.map(quoted).join(',')).join('\r\n')}\r\n`;
}

export function save(name: string, type: string, content: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([content], { type }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
