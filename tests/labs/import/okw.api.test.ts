// SPDX-License-Identifier: AGPL-3.0-or-later
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { projectFolder } from '../../../db/config.ts';
import { withKeepers } from '../../harness/keeping.ts';
import { loadingLabs } from '../../harness/loading.ts';

const programme = 'manifattura-milano';
const { database, office, anna } = withKeepers(programme);
const load = loadingLabs(office, programme, anna);
const world = join(projectFolder, '..', 'shared', 'data', 'okw-facilities.json');
const changes = async () =>
  (await sql<{ n: number }>`select count(*) as n from change`.execute(database.db)).rows[0]?.n ?? 0;

describe('the labs of the world', () => {
  const there = existsSync(world);
  test.skipIf(!there)(
    `are 2,237 rows, loaded in seconds, and again without a change (left out where ../shared/data is not there)`,
    async () => {
      const bytes = readFileSync(world);
      const preview = (await load(bytes)).body;
      expect(preview.rows.length).toBe(2237);
      expect(preview.totals.refused).toBe(0);
      expect(preview.totals.lookalike).toBeGreaterThanOrEqual(8);
      expect(preview.rows.filter(({ reasons }) => reasons.some(({ code }) => code === 'no-coordinates'))).toHaveLength(
        201,
      );
      const own = (await load(bytes, { query: '&city=Milano,Milan' })).body;
      expect(own.rows.map(({ kind }) => kind)).toContain('lookalike');
      expect(own.rows.length).toBeLessThan(15);
      const began = Date.now();
      const loaded = (await load(bytes, { apply: true })).body;
      expect(Date.now() - began).toBeLessThan(20_000);
      expect(loaded.totals).toEqual(preview.totals);
      const after = await changes();
      const again = (await load(bytes, { apply: true })).body;
      expect(again.totals).toMatchObject({ added: 0, changed: 0 });
      expect(await changes()).toBe(after);
    },
  );
});
