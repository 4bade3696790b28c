// SPDX-License-Identifier: AGPL-3.0-or-later
// npm run load -- <package folder>

import { connect } from '../client.ts';
import { civilClock, readConfig, StartRefused } from '../config.ts';
import { joinEmbedded } from '../embedded.ts';
import { migrate } from '../migrate.ts';
import { loadPackage } from './apply.ts';
import { faultLine, PackageRefused } from './fault.ts';
import { readPackage } from './package.ts';

async function load(folder: string | undefined) {
  if (!folder) throw new StartRefused('Say which package: npm run load -- <package folder>');
  const config = readConfig();
  const embedded = config.databaseUrl ? undefined : await joinEmbedded(config.dataFolder);
  const { db, pool } = connect(config.databaseUrl ?? embedded?.url ?? '', config.timezone, 2);
  try {
    const text = await readPackage(folder);
    await migrate(db);
    const loaded = await loadPackage(db, text, { actor: 'load', today: civilClock(config.timezone)() });
    console.log(`${loaded.programme}: ${loaded.added} added, ${loaded.changed} changed.`);
    for (const item of loaded.kept) console.log(`kept, though not in the package: ${item}`);
  } finally {
    await pool.end();
    await embedded?.stop();
  }
}

try {
  await load(process.argv[2]);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  if (error instanceof PackageRefused) for (const fault of error.faults) console.error(`  ${faultLine(fault)}`);
  process.exitCode = 1;
}
