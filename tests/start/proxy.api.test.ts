// SPDX-License-Identifier: AGPL-3.0-or-later
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:https';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { projectFolder } from '../../db/config.ts';
import { withOffice } from '../harness/opened.ts';

const host = 'officina.comune.example';
const works = (command: string, args: string[]) => {
  try {
    execFileSync(command, args, { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
};
const ready = works('nginx', ['-v']) && works('openssl', ['version']);
if (!ready) console.log('The example of a proxy is not tested: nginx and openssl are not installed.');

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((done) => server.once('listening', done));
  const { port } = server.address() as { port: number };
  await new Promise((done) => server.close(done));
  return port;
}

describe.runIf(ready)('behind the nginx of docs/nginx.conf', () => {
  const { office } = withOffice({ settings: { publicUrl: `https://${host}` } });
  const folder = mkdtempSync(join(tmpdir(), 'officina-proxy-'));
  let nginx: ChildProcess;
  let port: number;

  const ask = (path: string, of: { method?: string; body?: string; headers?: Record<string, string> } = {}) =>
    new Promise<{ status: number; headers: NodeJS.Dict<string | string[]>; body: string }>((done, failed) => {
      const { method = 'GET', body = '', headers = {} } = of;
      const sent = { host, 'content-type': 'application/json', 'content-length': body.length, ...headers };
      request({ port, path, method, headers: sent, rejectUnauthorized: false }, (res) => {
        let text = '';
        res
          .on('data', (chunk) => {
            text += chunk;
            // The stream of live events does not end by itself.
            if (path.endsWith('/live')) res.destroy();
          })
          .on('close', () => done({ status: res.statusCode ?? 0, headers: res.headers, body: text }));
      })
        .on('error', failed)
        .end(body);
    });

  beforeAll(async () => {
    port = await freePort();
    const [key, certificate] = [join(folder, 'key.pem'), join(folder, 'certificate.pem')];
    const subject = ['-subj', `/CN=${host}`, '-days', '1', '-nodes'];
    execFileSync('openssl', ['req', '-x509', '-newkey', 'rsa:2048', '-keyout', key, '-out', certificate, ...subject], {
      stdio: 'ignore',
    });
    const example = readFileSync(join(projectFolder, 'docs/nginx.conf'), 'utf8')
      .replace('listen 80;', `listen 127.0.0.1:${await freePort()};`)
      .replace('listen 443 ssl;', `listen 127.0.0.1:${port} ssl;`)
      .replace('/etc/ssl/officina.pem', certificate)
      .replace('/etc/ssl/officina.key', key)
      .replace('http://127.0.0.1:8080', office.address);
    const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
      (name) => `${name}_temp_path ${folder}/${name};`,
    );
    const main = `daemon off; pid ${folder}/pid; error_log ${folder}/error.log; events {}
      http { access_log off; ${temporary.join(' ')} ${example} }`;
    writeFileSync(join(folder, 'nginx.conf'), main);
    nginx = spawn('nginx', ['-p', folder, '-c', join(folder, 'nginx.conf')], { stdio: 'ignore' });
    for (;;) {
      if (await ask('/api/v1/status').catch(() => undefined)) return;
      await new Promise((done) => setTimeout(done, 50));
    }
  });
  afterAll(async () => {
    const ended = new Promise((done) => nginx.once('exit', done));
    nginx.kill('SIGTERM');
    await ended;
    rmSync(folder, { recursive: true, force: true });
  });

  test('requests are served under the public name, with cookies for TLS alone', async () => {
    expect((await ask('/api/v1/programmes')).status).toBe(200);
    const body = JSON.stringify({ email: 'nobody@comune.example' });
    const origin = `https://${host}`;
    const asked = await ask('/api/v1/access/links', { method: 'POST', body, headers: { origin } });
    expect(asked.status).toBe(200);
    expect(String(asked.headers['set-cookie'])).toMatch(/^__Host-officina_browser=.*; Secure/);
    expect(asked.headers['strict-transport-security']).toBe('max-age=31536000');
  });

  test('writes from another site are refused, and visitors cannot choose the address that limits count', async () => {
    const body = JSON.stringify({ email: 'nobody@comune.example' });
    const send = (headers: Record<string, string>) => ask('/api/v1/access/links', { method: 'POST', body, headers });
    expect((await send({ origin: 'https://evil.example' })).status).toBe(403);
    const left = async (from: string) => {
      const { headers } = await send({ origin: `https://${host}`, 'x-forwarded-for': from });
      return Number(headers['x-ratelimit-remaining']);
    };
    const first = await left('198.51.100.1');
    expect(await left('198.51.100.2')).toBe(first - 1);
  });

  test('live events arrive', async () => {
    const { status, body } = await ask('/api/v1/programmes/citta-campione/live');
    expect([status, body]).toEqual([200, expect.stringContaining('retry:')]);
  });
});
