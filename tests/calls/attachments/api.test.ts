// SPDX-License-Identifier: AGPL-3.0-or-later
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { afterAll, describe, expect, test } from 'vitest';
import { publishedCall, savedApplication } from '../../harness/calls.ts';
import { done, withKeepers } from '../../harness/keeping.ts';
import { ruleOf, type Signed, signIn } from '../../harness/people.ts';

const programme = 'citta-campione';
const folder = mkdtempSync(join(tmpdir(), 'officina-attachments-'));
const { database, office, ask, as } = withKeepers(programme, { files: { folder, mostBytes: 100_000 } });
afterAll(() => rmSync(folder, { recursive: true }));

async function applying(more: object = {}) {
  const criteria = [{ name: { it: 'Qualità' }, weight: 100, scale: 10, threshold: null }];
  const requirements = [{ kind: 'document', name: { it: 'Relazione' }, required: false }];
  const plan = { budgetEur: 100_000, criteria, threshold: null, aidRule: null, requirements, ...more };
  const call = await publishedCall(ask, 'investment', plan);
  const who = await signIn(database, { role: 'applicant', programme });
  const mine = as(who);
  await savedApplication(mine, call, 50_000);
  return { call, who, mine };
}

async function attach(who: Signed, call: string, [name, body]: readonly [name: string, body: Uint8Array]) {
  const path = `/api/v1/programmes/${programme}/calls/${call}/application/files?name=${encodeURIComponent(name)}`;
  const reply = await fetch(office.address + path, {
    method: 'PUT',
    body: new Uint8Array(body),
    headers: {
      cookie: who.cookie,
      'content-type': 'application/octet-stream',
      origin: office.address,
      'accept-language': 'en',
    },
  });
  return { status: reply.status, body: await reply.json() };
}

/** The start of a signed envelope (PKCS #7, DER): a sequence with the identifier of signed data. */
const signed = Buffer.concat([Buffer.from('3082010006092a864886f70d010702a082', 'hex'), Buffer.alloc(300, 7)]);
const files = {
  pdf: ['a.pdf', Buffer.from('%PDF-1.7\nrelazione')],
  p7m: ['a.pdf.p7m', signed],
  doc: ['a.doc', Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600)])],
  rtf: ['a.rtf', Buffer.from('{\\rtf1\\ansi una relazione}')],
  csv: ['a.csv', Buffer.from('nome;spesa\nmacchina;100\n')],
  xml: ['a.xml', Buffer.from('<?xml version="1.0"?><fattura/>')],
  zip: ['a.zip', Buffer.from(zipSync({ 'a.txt': strToU8('x') }))],
} as const satisfies Record<string, readonly [string, Uint8Array]>;

describe('a file of an application', () => {
  test('is of the kinds that the call takes; a refusal names them', async () => {
    const { call, who } = await applying();
    const taken = async (kind: keyof typeof files) => (await attach(who, call, files[kind])).status;
    expect([await taken('pdf'), await taken('p7m')]).toEqual([200, 200]);
    for (const kind of ['doc', 'rtf', 'csv', 'xml', 'zip'] as const) expect(await taken(kind), kind).toBe(415);
    const { body } = await attach(who, call, files.zip);
    expect(body).toMatchObject({ rule: 'wrong-type', detail: expect.stringMatching(/Accepted are: PDF, \.p7m, PNG/) });
  });

  test('may be of any kind that the office chose', async () => {
    const kinds = Object.keys(files) as (keyof typeof files)[];
    const { call, who, mine } = await applying({ fileKinds: kinds });
    expect((await done(mine('GET', `/calls/${call}`))).run.fileKinds).toEqual(kinds);
    for (const kind of kinds) expect((await attach(who, call, files[kind])).status, kind).toBe(200);
    const armoured = Buffer.from(`-----BEGIN PKCS7-----\n${signed.toString('base64')}\n-----END PKCS7-----\n`);
    expect((await attach(who, call, ['b.p7m', armoured])).status).toBe(200);
    expect((await attach(who, call, ['c.p7m', Buffer.from(signed.toString('base64'))])).status).toBe(200);
    for (const nothing of ['<html><script>1</script></html>', 'una parola', '', '\0\0,'])
      expect((await attach(who, call, ['d.csv', Buffer.from(nothing)])).status, nothing).toBe(415);
  });

  test('can be removed by the firm while nothing names it', async () => {
    const { call, who, mine } = await applying();
    const [, bytes] = files.pdf;
    const hash = createHash('sha256').update(bytes).digest('hex');
    await attach(who, call, files.pdf);
    const application = `/calls/${call}/application`;
    const remove = (by = mine) => by('DELETE', `${application}/files/${hash}`);
    const { content, version } = await done(mine('GET', application));
    const asked = (await done(mine('GET', `/calls/${call}`))).run.requirements[0].key;
    const named = { ...content, answers: { [asked]: `sha256:${hash}` } };
    const saved = await done(mine('PUT', application, { content: named, version }));
    expect(await ruleOf(remove())).toBe('file-named');
    await done(mine('PUT', application, { content, version: saved.version }));
    const other = await signIn(database, { role: 'applicant', programme });
    expect((await remove(as(other))).status).toBe(404);
    expect(await done(remove())).toEqual({ removed: hash });
    expect((await done(mine('GET', application))).files).toEqual([]);
    expect((await remove()).status).toBe(404);
  });
});
