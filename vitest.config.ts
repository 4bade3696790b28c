// SPDX-License-Identifier: AGPL-3.0-or-later
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    globalSetup: ['tests/harness/postgres.ts'],
    maxWorkers: 2,
    // What a file opens it closes, on a database of its own: the modules themselves need not be read anew for each.
    isolate: false,
    testTimeout: 120_000,
    hookTimeout: 120_000,
    sequence: { shuffle: true },
  },
});
