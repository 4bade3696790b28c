// SPDX-License-Identifier: AGPL-3.0-or-later
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { OfficinaDb } from '../db/client.ts';
import { projectFolder } from '../db/config.ts';
import { domainTables, readCatalogue } from '../db/exchange/catalogue.ts';
import { readPackage } from '../db/exchange/package.ts';
import { schemaText, withMigrated } from '../db/exchange/schema.ts';
import { shippedPackages } from '../db/exchange/shipped.ts';
import { recordOf, records } from './fields.ts';
import { formatText } from './platform/fields/format.views.ts';
import { descriptorOf } from './platform/fields/schema.views.ts';

/** Text of the generated files by their path: table types, descriptors of the shipped packages, the page on the format. */
export async function generatedFiles(db: OfficinaDb): Promise<Map<string, string>> {
  const files = new Map([[join(projectFolder, 'db', 'schema.ts'), await schemaText(db)]]);
  const tables = domainTables(await readCatalogue(db));
  for (const folder of await shippedPackages()) {
    const path = join(folder, 'datapackage.json');
    const own = JSON.parse(await readFile(path, 'utf8'));
    const descriptor = descriptorOf(own, await readPackage(folder), tables, recordOf);
    files.set(path, `${JSON.stringify(descriptor, null, 2)}\n`);
  }
  const page = join(projectFolder, 'docs', 'data-format.md');
  return files.set(page, formatText(await readFile(page, 'utf8'), records, tables));
}

// npm run schema: writes what follows from the migrations and the fields.
if (import.meta.main) {
  await withMigrated(async (db) => {
    for (const [path, text] of await generatedFiles(db)) await writeFile(path, text);
  });
}
