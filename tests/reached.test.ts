// SPDX-License-Identifier: AGPL-3.0-or-later
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { projectFolder } from '../db/config.ts';

/** Folders of web/ that are not districts. */
const shared = ['charts', 'i18n', 'theme', 'ui'];
const foldersIn = (folder: string) =>
  readdirSync(join(projectFolder, folder), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name);
const testsOf = (room: string): string[] => {
  try {
    return readdirSync(join(projectFolder, 'tests', room));
  } catch {
    return [];
  }
};

const rooms = foldersIn('web')
  .filter((district) => !shared.includes(district))
  .flatMap((district) => foldersIn(join('web', district)).map((room) => join(district, room)));

test('every room of web/ is covered by a browser or component test', () => {
  expect(rooms.length).toBeGreaterThan(30);
  const reached = (room: string) => testsOf(room).some((file) => /(^|\.)(browser|component)\.test\.ts$/.test(file));
  expect(rooms.filter((room) => !reached(room))).toEqual([]);
});
