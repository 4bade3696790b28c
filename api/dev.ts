// SPDX-License-Identifier: AGPL-3.0-or-later
// npm run dev: the API restarts and the page reloads as their sources change.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { createServer } from 'vite';
import { projectFolder, readConfig } from '../db/config.ts';

const { port } = readConfig();
const apiPort = port + 1;
const api = spawn(process.execPath, ['--watch-path=api', '--watch-path=db', '--watch-preserve-output', 'api/main.ts'], {
  cwd: projectFolder,
  stdio: 'inherit',
  env: { ...process.env, PORT: String(apiPort), OFFICINA_DEVELOPMENT: '1' },
});
process.env.OFFICINA_API_PORT = String(apiPort);
const vite = await createServer({
  configFile: join(projectFolder, 'vite.config.ts'),
  server: { host: '127.0.0.1', port, strictPort: true },
});
await vite.listen();
vite.printUrls();
const stop = async () => {
  await vite.close();
  api.once('exit', () => process.exit(0));
  api.kill('SIGTERM');
};
process.on('SIGINT', stop).on('SIGTERM', stop);
