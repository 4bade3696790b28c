// SPDX-License-Identifier: AGPL-3.0-or-later
import { randomBytes } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readMilestone } from '../../../api/plan/milestones/contract.ts';
import { asking, until } from '../../harness/ask.ts';
import { adoptedOf, day, done, draftOf, refusal, withKeepers } from '../../harness/keeping.ts';

const programme = 'citta-campione';
const mostBytes = 300_000;
const folder = mkdtempSync(join(tmpdir(), 'officina-evidence-'));
const { database, office, anna, ask } = withKeepers(programme, { files: { folder, mostBytes } });
let key: string;
let draft: string;
beforeAll(async () => {
  const made = await adoptedOf(ask, [{ name: 'Con le sue prove', plannedOn: day(20) }]);
  [key = ''] = made.keys;
  [draft = ''] = (await draftOf(ask, made.area, [{ name: 'Prove nascoste', plannedOn: day(20) }])).keys;
});
afterAll(async () => {
  rmSync(folder, { recursive: true });
});

const files = () =>
  existsSync(folder)
    ? readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).length
    : 0;
const rows = async () =>
  Number((await sql<{ n: number }>`select count(*) as n from evidence`.execute(database.db)).rows[0]?.n);
const pdf = (bytes = 100) => Buffer.concat([Buffer.from('%PDF-1.7\n'), randomBytes(bytes)]);
const base = () => `${office.address}/api/v1/programmes/${programme}`;
async function send(body: BodyInit, query: string, milestone = key) {
  const reply = await fetch(`${base()}/milestones/${milestone}/evidence-files?${query}`, {
    method: 'PUT',
    body,
    headers: {
      cookie: anna.cookie,
      origin: office.address,
      'content-type': 'application/octet-stream',
    },
  });
  return { status: reply.status, body: await reply.json() };
}
const refusedWithoutTrace = async (body: BodyInit, status: number) => {
  const before = [files(), await rows()];
  expect((await send(body, 'name=prova.pdf')).status).toBe(status);
  expect([files(), await rows()]).toEqual(before);
};

describe('an evidence file', () => {
  test('is served unchanged, as an attachment, with its own name and type', async () => {
    const content = pdf();
    const { status, body } = await send(
      content,
      `name=${encodeURIComponent('verbale "è" n. 1.pdf')}&title=Verbale&issuedOn=${day(-1)}`,
    );
    expect(status).toBe(200);
    expect(body).toMatchObject({ kind: 'document', name: { it: 'Verbale' }, url: null, issued: { date: day(-1) } });
    expect(body.file).toMatchObject({ name: 'verbale "è" n. 1.pdf', type: 'application/pdf', bytes: content.length });
    const reply = await fetch(office.address + body.file.address);
    expect(Buffer.from(await reply.arrayBuffer()).equals(content)).toBe(true);
    expect(Object.fromEntries(reply.headers)).toMatchObject({
      'content-type': 'application/pdf',
      'content-length': String(content.length),
      'x-content-type-options': 'nosniff',
      'content-disposition': `attachment; filename="verbale ___ n. 1.pdf"; filename*=UTF-8''verbale%20%22%C3%A8%22%20n.%201.pdf`,
    });
    const milestone = await asking(office.address, programme)(readMilestone, `/milestones/${key}`);
    expect(milestone.evidenceItems.map((one) => one.file?.sha256)).toContain(body.file.sha256);
    expect((await fetch(`${office.address}${body.file.address}?asOf=${day(-1)}`)).status).toBe(404);
  });

  test('is stored once per content', async () => {
    const content = pdf();
    await send(content, 'name=uno.pdf');
    const before = files();
    expect((await send(content, 'name=due.pdf')).status).toBe(200);
    expect(files()).toBe(before);
  });

  test.each([
    ['a page', '<!doctype html><script>alert(1)</script>'],
    ['a drawing that runs scripts', '<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"><script/></svg>'],
    ['words', 'soltanto parole'],
    ['a program', Buffer.concat([Buffer.from('7f454c46', 'hex'), Buffer.alloc(200)])],
    ['nothing', ''],
  ])('is refused, and leaves nothing, when it is %s, whatever its name', async (_what, body) => {
    await refusedWithoutTrace(body, 415);
  });

  test('that is too large is refused and not stored, with or without Content-Length', async () => {
    await refusedWithoutTrace(pdf(mostBytes), 413);
    const before = [files(), await rows()];
    const pieces = new ReadableStream({
      start(controller) {
        for (let at = 0; at < 10; at += 1) controller.enqueue(pdf(50_000));
        controller.close();
      },
    });
    const reply = await fetch(`${base()}/milestones/${key}/evidence-files?name=a.pdf`, {
      method: 'PUT',
      body: pieces,
      duplex: 'half',
      headers: { cookie: anna.cookie, origin: office.address },
    } as RequestInit);
    expect(reply.status).toBe(413);
    expect([files(), await rows()]).toEqual(before);
  });

  test('is not stored if the upload is aborted', async () => {
    const before = [files(), await rows()];
    await new Promise<void>((ended) => {
      const sending = request(`${base()}/milestones/${key}/evidence-files?name=a.pdf`, {
        method: 'PUT',
        headers: { cookie: anna.cookie, origin: office.address, 'content-length': 200_000 },
      });
      sending.on('error', () => ended());
      sending.write(pdf(50_000), () => setTimeout(() => sending.destroy(), 100));
    });
    expect(
      await until(
        async () => [files(), await rows()],
        (found) => found.join() === before.join(),
      ),
    ).toEqual(before);
  });

  test('is not stored without a milestone or without permission', async () => {
    const before = files();
    expect((await send(pdf(), 'name=a.pdf', 'nessuno')).status).toBe(404);
    const reply = await fetch(`${base()}/milestones/${key}/evidence-files?name=a.pdf`, {
      method: 'PUT',
      body: pdf(),
      headers: { origin: office.address },
    });
    expect(reply.status).toBe(401);
    expect(files()).toBe(before);
  });

  test('of a draft is not public', async () => {
    const { body } = await send(pdf(), 'name=segreto.pdf', draft);
    expect((await fetch(office.address + body.file.address)).status).toBe(404);
  });
});

describe('evidence', () => {
  test('can be removed until a closing refers to it', async () => {
    const link = await done(
      ask('POST', `/milestones/${key}/evidence`, { name: { it: 'Pagina' }, url: 'https://comune.example/a' }),
    );
    await done(ask('DELETE', `/milestones/${key}/evidence/${link.key}`));
    expect((await ask('DELETE', `/milestones/${key}/evidence/${link.key}`)).status).toBe(404);
    const added = await done(
      ask('POST', `/milestones/${key}/evidence`, { name: { it: 'Pagina' }, url: 'https://comune.example/b' }),
    );
    const { version } = await done(ask('GET', `/milestones/${key}`));
    await done(ask('POST', `/milestones/${key}/closing`, { doneOn: day(-1) }, version));
    expect(await refusal(ask('DELETE', `/milestones/${key}/evidence/${added.key}`))).toContain('stays on record');
  });

  test('cannot be a javascript: link', async () => {
    const reply = ask('POST', `/milestones/${key}/evidence`, { name: { it: 'x' }, url: 'javascript:alert(1)' });
    expect(await refusal(reply)).toContain('400 invalid-parameter');
  });
});
