// SPDX-License-Identifier: AGPL-3.0-or-later
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { access, constants, readdir, readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, extname, join, relative } from 'node:path';
import { promisify } from 'node:util';
import type { Request, Response } from 'express';
import { projectFolder, StartRefused } from '../../db/config.ts';
import { encode, encodingFor, type Finished, finish, send } from './bytes.ts';
import { pageAt } from './pages.rules.ts';

/** Serves a file of the page; returns true if it did. `isProgramme` tells whether there is a programme of that key. */
export type ServePage = (
  req: Request,
  res: Response,
  isProgramme: (key: string) => Promise<boolean>,
) => Promise<boolean>;

const dist = join(projectFolder, 'dist');
const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.json': 'application/json',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.txt': 'text/plain; charset=utf-8',
};
const brotliQuality = 10;

async function filesBelow(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

/** Fingerprint of the page's sources. */
async function sourceMark(): Promise<string> {
  const shared = (await filesBelow(join(projectFolder, 'api'))).filter((file) => /(contract|rules)\.ts$/.test(file));
  const files = [
    ...(await filesBelow(join(projectFolder, 'web'))),
    ...shared,
    join(projectFolder, 'vite.config.ts'),
    join(projectFolder, 'package-lock.json'),
  ];
  const hash = createHash('sha1');
  for (const file of files) hash.update(relative(projectFolder, file)).update(await readFile(file));
  return hash.digest('hex');
}

/** Builds the page if it is missing or older than its sources. */
export async function ensureBuilt(say: (line: string) => void): Promise<void> {
  const mark = await sourceMark();
  const markFile = join(dist, 'built-from.txt');
  if ((await readFile(markFile, 'utf8').catch(() => '')) === mark) return;
  const writable = await access(projectFolder, constants.W_OK).then(
    () => true,
    () => false,
  );
  if (!writable)
    throw new StartRefused(`The page is not built and ${projectFolder} cannot be written: run npm run build first.`);
  say('Building the page …');
  // A separate process ensures a production build, whatever NODE_ENV this process has.
  const vite = join(dirname(createRequire(import.meta.url).resolve('vite/package.json')), 'bin', 'vite.js');
  await promisify(execFile)(process.execPath, [vite, 'build', '--logLevel', 'error'], {
    cwd: projectFolder,
    env: { ...process.env, NODE_ENV: 'production' },
  });
  await writeFile(markFile, mark);
}

/**
 * Serves the built page from memory. Each address in a language returns its single document, which also says that there
 * is no such page: with status 404 where `pageAt` knows none, or `isProgramme` no such programme.
 */
export async function loadPage(): Promise<ServePage> {
  const files = new Map<string, Finished>();
  for (const file of await filesBelow(dist)) {
    const path = `/${relative(dist, file).replaceAll('\\', '/')}`;
    if (path === '/built-from.txt') continue;
    const lasting = path.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache';
    files.set(
      path,
      finish(await readFile(file), types[extname(file)] ?? 'application/octet-stream', {
        'cache-control': lasting,
        'x-content-type-options': 'nosniff',
      }),
    );
  }
  return async (req, res, isProgramme) => {
    if (req.method !== 'GET' && req.method !== 'HEAD') return false;
    const isPage = /^\/(?:(?:it|en)(?:\/.*)?)?$/.test(req.path);
    const found = files.get(isPage ? '/index.html' : req.path);
    if (!found) return false;
    const at = pageAt(req.path);
    const known = at !== null && (at.programme === null || (await isProgramme(at.programme)));
    if (isPage && !known) res.status(404);
    send(req, res, found, await encode(found, encodingFor(found, req.headers['accept-encoding']), brotliQuality));
    return true;
  };
}
