// SPDX-License-Identifier: AGPL-3.0-or-later
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { readProgrammeKeys } from '../city/programmes/reads.ts';
import type { OfficinaDb } from '../client.ts';
import { projectFolder } from '../config.ts';
import { type Follow, loadPackage } from './apply.ts';
import { packageOf, readPackage } from './package.ts';
import { samplePackage } from './sample-package.ts';

const folder = join(projectFolder, 'db', 'programmes');
export const sampleKey = 'citta-campione';
const sampleSeed = 2017;

/** Folders of the data packages shipped with Officina. */
export async function shippedPackages(): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  return entries
    .filter((entry) => entry.isDirectory())
    .map((entry) => join(folder, entry.name))
    .sort();
}

/**
 * Loads each shipped programme that does not exist yet; existing ones are kept. Returns true if the sample city is new.
 */
export async function loadShipped(
  db: OfficinaDb,
  today: string,
  say: (line: string) => void,
  follow?: Follow,
): Promise<boolean> {
  const by = { actor: 'officina', today, ...(follow ? { follow } : {}) };
  const held = await readProgrammeKeys(db);
  for (const path of await shippedPackages()) {
    if (held.some((key) => path.endsWith(`/${key}`) || path.endsWith(`\\${key}`))) continue;
    const { programme, added } = await loadPackage(db, await readPackage(path), by);
    say(`Loaded ${programme}: ${added} items.`);
  }
  if (held.includes(sampleKey)) return false;
  const rows = samplePackage({ seed: sampleSeed, today, size: 'shown', key: sampleKey });
  const { added } = await loadPackage(db, packageOf(rows, today), by);
  say(`Loaded ${sampleKey}: ${added} items, illustrative.`);
  return true;
}
