// SPDX-License-Identifier: AGPL-3.0-or-later
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { materialKeys, processKeys } from '../../../api/labs/vocabulary/rules.ts';
import { withDatabase } from '../../harness/opened.ts';

const database = withDatabase('empty');

test.each([
  ['process_term', processKeys],
  ['material_terms', materialKeys],
])('the database knows the terms of %s that the rules know, and no others', async (domain, keys) => {
  const { rows } = await sql<{ check: string }>`select pg_get_constraintdef(oid) as check from pg_constraint
    where contypid = ${domain}::regtype`.execute(database.db);
  const terms = [...(rows[0]?.check ?? '').matchAll(/'([^']+)'::text/g)].map(([, term]) => term ?? '');
  expect(terms.toSorted()).toEqual([...keys].toSorted());
});
