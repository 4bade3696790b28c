// SPDX-License-Identifier: AGPL-3.0-or-later
import { beforeAll, describe, expect, test } from 'vitest';
import { makeRegister, registerKey } from '../../db/exchange/sample.ts';
import { labStatements } from '../bench/statement.ts';
import { today } from '../harness/office.ts';
import { withDatabase } from '../harness/opened.ts';

const database = withDatabase('empty');

interface Node {
  'Node Type': string;
  'Relation Name'?: string;
  'Index Name'?: string;
  Plans?: Node[];
}
const nodesIn = (node: Node): Node[] => [node, ...(node.Plans ?? []).flatMap(nodesIn)];

describe('a register of two thousand labs', () => {
  beforeAll(async () => {
    await makeRegister(database.db, 2000, today());
    await database.pool.query('analyze');
  }, 60_000);

  test('is searched with filters along its indexes, never row by row', async () => {
    const statements = await labStatements(database.url, registerKey);
    expect(statements.length).toBe(3);
    const plans = await Promise.all(
      statements.map(async ({ text, values }) => {
        const { rows } = await database.pool.query(`explain (format json) ${text}`, values);
        return nodesIn((rows[0]['QUERY PLAN'] as { Plan: Node }[])[0]?.Plan as Node);
      }),
    );
    const rowByRow = plans
      .flat()
      .filter((node) => node['Node Type'] === 'Seq Scan' && ['lab', 'machine'].includes(node['Relation Name'] ?? ''));
    expect(rowByRow).toEqual([]);
    const used = new Set(plans.flat().map((node) => node['Index Name']));
    expect(used).toContain('lab_sought');
    expect([...used].some((name) => name?.startsWith('machine_'))).toBe(true);
  });
});
