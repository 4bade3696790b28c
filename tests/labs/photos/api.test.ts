// SPDX-License-Identifier: AGPL-3.0-or-later

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deflateSync } from 'node:zlib';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { change, knownOn } from '../../../db/change.ts';
import { addLab } from '../../../db/labs/editing/writes.ts';
import { addPhoto } from '../../../db/labs/photos/writes.ts';
import { day, done, refusal, withKeepers } from '../../harness/keeping.ts';
import { madeLab, readLab } from '../../harness/labs.ts';
import { ruleOf, signIn } from '../../harness/people.ts';

const programme = 'manifattura-milano';
const folder = mkdtempSync(join(tmpdir(), 'officina-photos-'));
const { database, office, anna, ask, anyone } = withKeepers(programme, { files: { folder, mostBytes: 100_000 } });
let lab: string;
beforeEach(async () => {
  lab = await madeLab(ask, 'Officina fotografata');
});
afterAll(() => rmSync(folder, { recursive: true }));

let made = 0;
/** The smallest content recognised as PNG, different on each call. */
function png(side = 1): Buffer {
  made += 1;
  const chunk = (type: string, data: Buffer) => {
    const size = Buffer.alloc(4);
    size.writeUInt32BE(data.length);
    return Buffer.concat([size, Buffer.from(type), data, Buffer.alloc(4)]);
  };
  const head = Buffer.from([0, 0, 0, 0, 0, 0, 0, 0, 8, 2, 0, 0, 0]);
  head.writeUInt32BE(side, 0);
  head.writeUInt32BE(side, 4);
  const mark = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  const data = deflateSync(Buffer.from([0, made & 255, made >> 8, 3]));
  return Buffer.concat([mark, chunk('IHDR', head), chunk('IDAT', data), chunk('IEND', Buffer.alloc(0))]);
}

async function send(body: Buffer, query = 'alt=Il%20banco', to = lab, who = anna) {
  const reply = await fetch(`${office.address}/api/v1/programmes/${programme}/labs/${to}/photos?${query}`, {
    method: 'PUT',
    body: new Uint8Array(body),
    headers: { cookie: who.cookie, origin: office.address, 'content-type': 'application/octet-stream' },
  });
  return { status: reply.status, body: await reply.json() };
}

/** Uploads the picture of a lab and backdates it by some days. */
async function shownSince(known: string, photo: string): Promise<string> {
  const held = await database.db.selectFrom('lab_photo').where('key', '=', photo).selectAll().executeTakeFirstOrThrow();
  const { programme_id: programmeId, alt, file_hash: hash, file_type: type, file_bytes: bytes } = held;
  return change(database.db, { actor: 'test', reason: '' }, async (writer) => {
    await knownOn(writer, known);
    await addLab(writer, programmeId, 'antica', { kind: 'hub', name: { it: 'Antica' } });
    return addPhoto(writer, { programmeId, of: 'lab', item: 'antica', alt, credit: null, hash, type, bytes });
  });
}

describe('a photo', () => {
  test('is refused beyond 60 million pixels, by its head alone, and as HEIC with a way out', async () => {
    const { status, body } = await send(png(30_000));
    expect({ status, rule: body.rule }).toEqual({ status: 413, rule: 'beyond-bound' });
    expect(body.detail).toContain('60 milioni di pixel');
    expect((await send(png(7_700))).status).toBe(200);
    const heic = Buffer.concat([
      Buffer.from('00000018', 'hex'),
      Buffer.from('ftypheic\0\0\0\0mif1heic'),
      Buffer.alloc(64),
    ]);
    expect((await send(heic)).body).toMatchObject({
      status: 415,
      rule: 'unreadable',
      detail: expect.stringContaining('JPEG'),
    });
  });

  test('is served unchanged, inline, and never executed', async () => {
    const content = png();
    const { status, body } = await send(content, 'alt=Il%20banco&altEn=The%20bench&credit=Lea');
    expect(status).toBe(200);
    expect((await readLab(anyone, lab)).photos).toEqual([
      { key: body.key, alt: { it: 'Il banco', en: 'The bench' }, credit: 'Lea', address: body.address },
    ]);
    const reply = await fetch(office.address + body.address);
    expect(reply.headers.get('content-type')).toBe('image/png');
    expect(reply.headers.get('content-disposition')).toBe('inline');
    expect(reply.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(Buffer.from(await reply.arrayBuffer()).equals(content)).toBe(true);
  });

  test.each([
    ['an SVG', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>')],
    ['a page', Buffer.from('<!doctype html><script>alert(1)</script>')],
    ['a PDF', Buffer.from('%PDF-1.7\nxxxxxxxxxxxxxxxxxxxxx')],
    ['nothing', Buffer.alloc(0)],
  ])('is told by its content: %s is none', async (_, content) => {
    expect((await send(content)).status).toBe(415);
    expect((await readLab(anyone, lab)).photos).toEqual([]);
  });

  test('needs an alternative text and has a size limit', async () => {
    expect((await send(png(), '')).status).toBe(400);
    expect((await send(png(), 'alt=%20')).status).toBe(400);
    expect((await send(Buffer.concat([png(), Buffer.alloc(100_001)]))).status).toBe(413);
  });

  test('is one of at most twelve, even with concurrent uploads', async () => {
    for (let at = 0; at < 11; at += 1) expect((await send(png())).status).toBe(200);
    const both = await Promise.all([send(png()), send(png())]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
    const { photos } = await readLab(anyone, lab);
    expect(photos).toHaveLength(12);
    await done(ask('DELETE', `/labs/${lab}/photos/${photos[0].key}`));
    expect((await send(png())).status).toBe(200);
  });

  test('that is removed is hidden, but still served as of earlier days', async () => {
    const { body } = await send(png());
    const key = await shownSince(day(-5), body.key);
    const address = `${office.address}/api/v1/programmes/${programme}/labs/antica/photos/${key}`;
    expect((await fetch(address)).status).toBe(200);
    await done(ask('DELETE', `/labs/antica/photos/${key}`));
    expect((await fetch(address)).status).toBe(404);
    expect((await readLab(anyone, 'antica')).photos).toEqual([]);
    const { photos } = await done(anyone('GET', `/labs/antica?asOf=${day(-1)}`));
    expect(photos).toMatchObject([{ key }]);
    expect((await fetch(office.address + photos[0].address)).status).toBe(200);
    expect((await fetch(`${address}?asOf=${day(-6)}`)).status).toBe(404);
    expect(await refusal(ask('DELETE', `/labs/antica/photos/${key}`))).toMatch(/^404/);
  });

  test('cannot be added to a missing lab, or by the keeper of another lab', async () => {
    expect((await send(png(), 'alt=x', 'nowhere')).status).toBe(404);
    const other = await madeLab(ask, 'Altra');
    const operator = await signIn(database, { role: 'operator', programme, labs: [other] });
    expect((await send(png(), 'alt=x', lab, operator)).status).toBe(403);
    expect((await send(png(), 'alt=x', other, operator)).status).toBe(200);
  });

  test('cannot be added to a merged entry', async () => {
    const into = await madeLab(ask, 'Che resta');
    await done(ask('POST', `/labs/${lab}/merge`, { into, why: { it: 'La stessa' } }));
    expect((await send(png())).status).toBe(404);
  });
});

describe('a picture of a space', () => {
  const made = async (more: object = {}): Promise<string> =>
    (await done(ask('POST', '/spaces', { kind: 'shed', name: { it: 'Fotografato' }, ...more }))).key;
  const put = async (space: string, kind: 'photo' | 'plan', body: Buffer) => {
    const path = `/api/v1/programmes/${programme}/spaces/${space}/files?kind=${kind}&alt=La%20facciata`;
    const reply = await fetch(office.address + path, {
      method: 'PUT',
      body: new Uint8Array(body),
      headers: { cookie: anna.cookie, origin: office.address, 'content-type': 'application/octet-stream' },
    });
    return { status: reply.status, body: await reply.json() };
  };
  const pdf = Buffer.from('%PDF-1.7\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF');

  test('is a photo, or a plan that may be a PDF download', async () => {
    const space = await made();
    expect((await put(space, 'photo', pdf)).status).toBe(415);
    const plan = await put(space, 'plan', pdf);
    const photo = await put(space, 'photo', png());
    const { files } = await done(anyone('GET', `/spaces/${space}`));
    expect(files).toMatchObject([
      { kind: 'photo', type: 'image/png', alt: { it: 'La facciata' } },
      { kind: 'plan', type: 'application/pdf' },
    ]);
    const reply = await fetch(office.address + plan.body.address);
    expect(reply.headers.get('content-disposition')).toMatch(/^attachment.*\.pdf/);
    expect((await fetch(office.address + photo.body.address)).headers.get('content-disposition')).toBe('inline');
    await done(ask('DELETE', `/spaces/${space}/files/${photo.body.key}`));
    expect((await fetch(office.address + photo.body.address)).status).toBe(404);
    const { items } = await done(anyone('GET', `/changes?item=spaces/${space}`));
    expect(items.map(({ table }: { table: string }) => table)).toContain('space_file');
  });

  test('has no location metadata if the location is blurred', async () => {
    const space = await made({ ownerKind: 'private', latitude: 45.47, longitude: 9.18, blurM: 300 });
    const tagged = Buffer.concat([png(), Buffer.from('eXIf GPS 45.47')]);
    expect(await ruleOf(put(space, 'photo', tagged))).toBe('photo-tells-place');
    expect((await put(space, 'photo', png())).status).toBe(200);
    expect((await put(await made(), 'photo', tagged)).status).toBe(200);
  });
});
