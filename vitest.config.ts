// SPDX-License-Identifier: AGPL-3.0-or-later
import react from '@vitejs/plugin-react';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { chromiumPath, quiet } from './tests/harness/chromium.ts';

const components = 'tests/**/*component.test.ts';

export default defineConfig({
  test: {
    maxWorkers: 2,
    // What a file opens it closes, on a database of its own: the modules themselves need not be read anew for each.
    isolate: false,
    sequence: { shuffle: true },
    projects: [
      {
        extends: true,
        test: {
          name: 'server',
          include: ['tests/**/*.test.ts'],
          exclude: [components],
          globalSetup: ['tests/harness/postgres.ts'],
          testTimeout: 300_000,
          hookTimeout: 300_000,
        },
      },
      {
        extends: true,
        plugins: [react()],
        // Found once, before the first test: what Vite finds later makes it load the page anew.
        optimizeDeps: { entries: ['web/main.tsx', 'tests/**/*component.test.ts'] },
        css: { preprocessorOptions: { scss: { quietDeps: true, silenceDeprecations: ['import'] } } },
        test: {
          name: 'components',
          include: [components],
          testTimeout: 60_000,
          expect: { poll: { timeout: 20_000 } },
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({ launchOptions: { executablePath: chromiumPath(), args: quiet } }),
            instances: [{ browser: 'chromium', viewport: { width: 1280, height: 900 } }],
          },
        },
      },
    ],
  },
});
