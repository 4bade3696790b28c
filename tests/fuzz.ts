// SPDX-License-Identifier: AGPL-3.0-or-later
// Generated requests to every operation as every role: `npm run fuzz`, `npm run fuzz -- --requests 100000 --seed 7`.
import { spawnSync } from 'node:child_process';
import { parseArgs } from 'node:util';

const { values } = parseArgs({ options: { requests: { type: 'string', default: '60000' }, seed: { type: 'string' } } });
const { status } = spawnSync('npx', ['vitest', 'run', '--project', 'server', 'tests/http/fuzz.api.test.ts'], {
  stdio: 'inherit',
  env: { ...process.env, FUZZ_REQUESTS: values.requests, ...(values.seed ? { FUZZ_SEED: values.seed } : {}) },
});
process.exitCode = status ?? 1;
