// SPDX-License-Identifier: AGPL-3.0-or-later
import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { projectFolder } from '../../db/config.ts';

interface Addresses {
  office: string;
  bareHttp: string;
  bareExpress: string;
}

/** Officina and the reference servers in a separate process. */
export async function startLimits(
  url: string,
  path: string,
  sql: string,
): Promise<{ child: ChildProcess; addresses: Addresses }> {
  const child = spawn(process.execPath, [join(projectFolder, 'tests/bench/limits.ts'), url, path, sql], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const line = await new Promise<string>((resolve, reject) => {
    let text = '';
    child.stdout?.on('data', (chunk) => {
      text += chunk;
      if (text.includes('\n')) resolve(text);
    });
    child.once('exit', () => reject(new Error('the servers under measurement did not start')));
  });
  return { child, addresses: JSON.parse(line) };
}
