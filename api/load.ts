// SPDX-License-Identifier: AGPL-3.0-or-later
// npm run load -- <package folder>

import { findProgrammeId } from '../db/city/programmes/reads.ts';
import { type Connection, connect } from '../db/client.ts';
import { civilClock, readConfig, StartRefused } from '../db/config.ts';
import { joinEmbedded } from '../db/embedded.ts';
import { type Follow, loadPackage } from '../db/exchange/apply.ts';
import { faultLine, PackageRefused } from '../db/exchange/fault.ts';
import { readPackage } from '../db/exchange/package.ts';
import { migrate } from '../db/migrate.ts';
import { resemblances } from './city/organisations/views.ts';
import { followDeadlines } from './money/agreements/commands.ts';

/** Loads one package and prints the result, including moved deadlines and similar names. */
async function loadFolder({ db, url }: Connection, folder: string, timezone: string) {
  const today = civilClock(timezone)();
  const text = await readPackage(folder);
  await migrate({ db, url }, timezone);
  const follow: Follow = (writer, programmeId) => followDeadlines(writer, programmeId, today);
  const { programme, added, changed, kept, backdated, followed } = await loadPackage(db, text, {
    actor: 'load',
    today,
    follow,
  });
  console.log(`${programme}: ${added} added, ${changed} changed.`);
  for (const item of kept) console.log(`kept, though not in the package: ${item}`);
  for (const item of backdated) console.log(`known since an earlier day, as its row says: ${item}`);
  if (followed > 0) console.log(`re-planned, because the event they follow from moved: ${followed}`);
  const programmeId = (await findProgrammeId(db, programme)) ?? 0;
  for (const [one, other] of await resemblances({ db, programmeId, day: today })) {
    console.log(`two organisations or one? "${one}" and "${other}"`);
  }
}

async function load(folder: string | undefined) {
  if (!folder) throw new StartRefused('Say which package: npm run load -- <package folder>');
  const config = readConfig();
  const embedded = config.databaseUrl ? undefined : await joinEmbedded(config.dataFolder);
  const connection = connect(config.databaseUrl ?? embedded?.url ?? '', config.timezone, 2);
  try {
    await loadFolder(connection, folder, config.timezone);
  } finally {
    await connection.pool.end();
    await embedded?.stop();
  }
}

await load(process.argv[2]).catch((error) => {
  console.error(error instanceof Error ? error.message : error);
  if (error instanceof PackageRefused) for (const fault of error.faults) console.error(`  ${faultLine(fault)}`);
  process.exitCode = 1;
});
