// SPDX-License-Identifier: AGPL-3.0-or-later
import { connect } from '../../db/client.ts';
import { civilClock } from '../../db/config.ts';
import { makeRegister, registerKey } from '../../db/exchange/sample.ts';
import { migrate } from '../../db/migrate.ts';
import { startLimits } from './limited.ts';
import { load, type Measured } from './load.ts';
import { labStatements, soughtLabs } from './statement.ts';

const timezone = 'Europe/Rome';
const connections = 32;
const seconds = 8;
export const labs = 5000;

const own = 'labs list, search and three filters, uncached';
const bare = 'labs list, its own SQL prepared in bare Express';

/** The directory with thousands of labs against its own statements, prepared. */
export async function measureRegister(url: string): Promise<Record<string, Measured>> {
  const { db, pool } = connect(url, timezone, 2);
  console.log(`\n${labs} labs: filling the database …`);
  await migrate({ db, url }, timezone);
  await makeRegister(db, labs, civilClock(timezone)());
  await pool.query('vacuum analyze');
  const path = `/api/v1/programmes/${registerKey}/labs`;
  const statements = JSON.stringify({ labs: await labStatements(url, registerKey) });
  const { child, addresses } = await startLimits(url, path, statements);
  const asked = new URLSearchParams(soughtLabs);
  // Requests with credentials bypass the public cache.
  const headers = { 'accept-encoding': 'br', authorization: 'bench' };
  const at = (address: string, where: string) => load({ address, path: where, headers, connections, seconds });
  const measured = {
    [own]: await at(addresses.office, `${path}?${asked}`),
    [bare]: await at(addresses.bareExpress, '/labs'),
  };
  child.kill('SIGKILL');
  await pool.end();
  return measured;
}

export function registerRatios(measured: Record<string, Measured>) {
  const [mine, theirs] = [measured[own], measured[bare]];
  const of = (one = 0, other = Number.NaN) => one / other;
  return [
    {
      name: 'labs list (uncached) / its own SQL prepared',
      ratio: of(mine?.requestsPerSecond, theirs?.requestsPerSecond),
      goal: '≥ 0.5',
    },
    { name: 'labs list, p99 / its own SQL’s p99', ratio: of(mine?.p99Ms, theirs?.p99Ms), goal: '≤ 2' },
  ];
}
