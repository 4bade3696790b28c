// SPDX-License-Identifier: AGPL-3.0-or-later
// npm run sample -- --scale N: N illustrative programmes for measuring.
import { parseArgs } from 'node:util';
import { connect, type OfficinaDb } from '../client.ts';
import { civilClock, readConfig, StartRefused } from '../config.ts';
import { joinEmbedded } from '../embedded.ts';
import { migrate } from '../migrate.ts';
import { loadPackage } from './apply.ts';
import { packageOf } from './package.ts';
import { samplePackage } from './sample-package.ts';

const mostProgrammes = 999;

export function measuredKey(number: number): string {
  return `campione-${String(number).padStart(3, '0')}`;
}

/** Makes programmes campione-001 … campione-N, each from its own seed; those that exist are left as they are. */
export async function makeSample(db: OfficinaDb, scale: number, today: string): Promise<void> {
  for (let number = 1; number <= scale; number += 1) {
    const rows = samplePackage({ seed: number, today, size: 'measured', key: measuredKey(number) });
    await loadPackage(db, packageOf(rows, today), { actor: 'sample', today });
  }
}

async function run() {
  const { values } = parseArgs({ options: { scale: { type: 'string', default: '1' } } });
  const scale = Number(values.scale);
  if (!Number.isInteger(scale) || scale < 1 || scale > mostProgrammes) {
    throw new StartRefused(`--scale must be a whole number from 1 to ${mostProgrammes}, not "${values.scale}".`);
  }
  const config = readConfig();
  const embedded = config.databaseUrl ? undefined : await joinEmbedded(config.dataFolder);
  const { db, pool } = connect(config.databaseUrl ?? embedded?.url ?? '', config.timezone, 2);
  try {
    await migrate(db);
    await makeSample(db, scale, civilClock(config.timezone)());
    console.log(`${scale} illustrative ${scale === 1 ? 'programme is' : 'programmes are'} there.`);
  } finally {
    await pool.end();
    await embedded?.stop();
  }
}

if (import.meta.main) {
  await run().catch((error) => {
    console.error(error instanceof StartRefused ? error.message : error);
    process.exitCode = 1;
  });
}
