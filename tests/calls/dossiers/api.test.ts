// SPDX-License-Identifier: AGPL-3.0-or-later

import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, describe, expect, test } from 'vitest';
import { applied, closeCall, publishedCall, savedApplication, submitApplication } from '../../harness/calls.ts';
import { type Ask, done, withKeepers } from '../../harness/keeping.ts';
import { mailsTo } from '../../harness/labs.ts';
import { ruleOf, type Signed, signIn } from '../../harness/people.ts';

const programme = 'citta-campione';
const folder = mkdtempSync(join(tmpdir(), 'officina-dossier-'));
const { database, office, ask, anyone, as } = withKeepers(programme, { files: { folder, mostBytes: 100_000 } });
afterAll(() => rmSync(folder, { recursive: true }));

const hence = (seconds: number) => new Date(Date.now() + seconds * 1000).toISOString();
const criteria = [{ name: { it: 'Qualità' }, weight: 100, scale: 10, threshold: null }];
const bonuses = [
  { kind: 'periphery', name: { it: 'Periferia' }, points: 5 },
  { kind: 'women', name: { it: 'Impresa femminile' }, points: 3 },
];
const ranked = (more: object = {}) =>
  publishedCall(ask, 'investment', { budgetEur: 100_000, criteria, threshold: null, bonuses, aidRule: null, ...more });

interface Firm {
  who: Signed;
  mine: Ask;
}
async function firm(): Promise<Firm> {
  const who = await signIn(database, { role: 'applicant', programme });
  return { who, mine: as(who) };
}

const body = Buffer.from('%PDF-1.7\nuna relazione');
const hash = createHash('sha256').update(body).digest('hex');
const base = () => `${office.address}/api/v1/programmes/${programme}`;
async function attach({ who }: Firm, call: string, name = 'relazione.pdf') {
  const reply = await fetch(`${base()}/calls/${call}/application/files?name=${encodeURIComponent(name)}`, {
    method: 'PUT',
    body,
    headers: { cookie: who.cookie, 'content-type': 'application/octet-stream', origin: office.address },
  });
  return { status: reply.status, body: await reply.json() };
}
const read = async (who: { cookie: string }, path: string) =>
  (await fetch(`${base()}${path}`, { headers: { cookie: who.cookie } })).status;

const itemsOf = async (call: string) => (await done(ask('GET', `/calls/${call}/applications`))).items;
const idOf = async (call: string, number = 1) =>
  (await itemsOf(call)).find((one: { number: number }) => one.number === number).applicationId;
const dossierOf = async ({ mine }: Firm, call: string) =>
  (await done(mine('GET', `/calls/${call}/application`))).dossier;
const to = async (call: string, act: string, input: object, number = 1) =>
  ask('POST', `/calls/${call}/applications/${await idOf(call, number)}/${act}`, input);

/** One evaluator scores all applications. */
async function scored(call: string, points: readonly number[]) {
  const judge = await signIn(database, { role: 'evaluator', programme });
  await done(ask('PUT', `/calls/${call}/evaluators`, { accounts: [judge.accountId] }));
  const desk = await done(as(judge)('GET', `/calls/${call}/evaluation`));
  for (const [at, { applicationId }] of desk.items.entries()) {
    const given = points[at];
    if (given === undefined) continue;
    const scores = [{ criterion: desk.criteria[0].key, points: given }];
    await done(as(judge)('PUT', `/calls/${call}/applications/${applicationId}/scores`, { scores }));
  }
  return judge;
}
const publish = (call: string, kind: string, more: object = {}) =>
  ask('POST', `/calls/${call}/rankings`, {
    kind,
    act: 'Determina di prova',
    ...(kind === 'provisional' ? { objectionsUntil: hence(2 * 86_400) } : {}),
    ...more,
  });

describe('a document', () => {
  test('is sealed with its application, and readable with permission after the deadline', async () => {
    const requirements = [{ kind: 'document', name: { it: 'Relazione' }, required: true }];
    const call = await ranked({ requirements });
    const asked = (await done(anyone('GET', `/calls/${call}`))).run.requirements[0].key;
    const [one, other] = [await firm(), await firm()];
    await savedApplication(one.mine, call, 50_000);
    const sent = await attach(one, call);
    expect(sent).toMatchObject({ status: 200, body: { sha256: hash, name: 'relazione.pdf' } });
    const version = await savedApplication(other.mine, call, 50_000);
    const mine = await done(one.mine('GET', `/calls/${call}/application`));
    const content = { ...mine.content, answers: { [asked]: `sha256:${hash}` } };
    const named = await other.mine('PUT', `/calls/${call}/application`, { content, version });
    expect(named.body.errors[0].name).toBe(`answers.${asked}`);
    const saved = await done(one.mine('PUT', `/calls/${call}/application`, { content, version: mine.version }));
    expect(saved.missing).toEqual([]);
    await done(submitApplication(one.mine, call, saved.version));
    const judge = await signIn(database, { role: 'evaluator', programme });
    await done(ask('PUT', `/calls/${call}/evaluators`, { accounts: [judge.accountId] }));
    expect(await ruleOf(as(judge)('GET', `/calls/${call}/evaluation`))).toBe('call-not-closed');
    const id = await idOf(call);
    const official = `/calls/${call}/applications/${id}/files/${hash}`;
    const keeper = await signIn(database, { role: 'official', programme });
    expect(await read(keeper, official)).toBe(404);
    expect(await read(one.who, `/calls/${call}/application/files/${hash}`)).toBe(200);
    expect(await read(other.who, `/calls/${call}/application/files/${hash}`)).toBe(404);
    await closeCall(database, call);
    expect(await ruleOf(attach(one, call))).toBe('call-closed');
    expect(await read(keeper, official)).toBe(200);
    expect(await read(judge, `/calls/${call}/evaluation/${id}/files/${hash}`)).toBe(200);
    await done(as(judge)('POST', `/calls/${call}/applications/${id}/conflict`, { reason: 'Un parente' }));
    expect(await read(judge, `/calls/${call}/evaluation/${id}/files/${hash}`)).toBe(403);
  });

  test('has its file name stripped of bidirectional and line-break characters', async () => {
    const call = await ranked();
    const one = await firm();
    await savedApplication(one.mine, call, 50_000);
    const name = ' visura\u202Efdp.exe\u2069\u200F\n ditta\u061C.pdf';
    expect((await attach(one, call, name)).body).toMatchObject({ name: 'visurafdp.exe ditta.pdf' });
    expect((await attach(one, call, '\u202E\t')).status).toBe(400);
  });
});

describe('the dossier', () => {
  async function opened() {
    const call = await ranked();
    const one = await firm();
    await applied(one.mine, call, 50_000);
    await closeCall(database, call);
    return { call, one };
  }

  test('has the mailed document requests and their answers, once and in time', async () => {
    const { call, one } = await opened();
    await done(to(call, 'request', { words: 'Manca la visura.', until: hence(3600) }));
    expect((await mailsTo(database, one.who.email)).at(-1)?.body).toContain('Manca la visura.');
    const [request] = await dossierOf(one, call);
    expect(request).toMatchObject({ kind: 'request', open: true });
    expect((await attach(one, call)).status).toBe(200);
    const answer = { record: request.recordId, words: 'Eccola.', files: [hash] };
    await done(one.mine('POST', `/calls/${call}/application/answers`, answer));
    expect(await ruleOf(one.mine('POST', `/calls/${call}/application/answers`, answer))).toBe('answered-already');
    expect((await dossierOf(one, call)).map(({ kind, open }: { kind: string; open: boolean }) => [kind, open])).toEqual(
      [
        ['request', false],
        ['answer', false],
      ],
    );
    expect((await itemsOf(call))[0].dossier[1]).toMatchObject({ words: 'Eccola.', files: [hash] });
    await done(to(call, 'request', { words: 'E la firma?', until: hence(3600) }));
    const late = (await dossierOf(one, call)).at(-1).recordId;
    await sql`update access.application_record set until = clock_timestamp() where record_id = ${late}`.execute(
      database.db,
    );
    const over = await one.mine('POST', `/calls/${call}/application/answers`, { record: late, words: 'Tardi' });
    expect(over.status).toBe(409);
  });

  test('records an exclusion and a readmission', async () => {
    const { call, one } = await opened();
    await done(to(call, 'exclusion', { reason: 'Fuori tema' }));
    expect(await ruleOf(to(call, 'exclusion', { reason: 'Di nuovo' }))).toBe('excluded-already');
    await done(to(call, 'readmission', { reason: 'Era nel tema' }));
    expect((await itemsOf(call))[0].excludedReason).toBeNull();
    const kinds = (await dossierOf(one, call)).map(({ kind }: { kind: string }) => kind);
    expect(kinds.slice(-2)).toEqual(['excluded', 'readmitted']);
  });

  test('is visible to nobody else, and not in the log', async () => {
    const { call } = await opened();
    await done(to(call, 'request', { words: 'Manca il bilancio.', until: hence(3600) }));
    const other = await firm();
    expect((await done(other.mine('GET', `/calls/${call}/application`))).dossier).toEqual([]);
    const { rows } = await sql<{ n: number }>`select count(*)::int as n from change
      where coalesce(after::text, before::text) like '%Manca il bilancio%' or reason like '%Manca il bilancio%'`.execute(
      database.db,
    );
    expect(rows[0]?.n).toBe(0);
  });
});

describe('a bonus', () => {
  test('counts if proven: the periphery bonus by the zone of the project', async () => {
    const call = await ranked();
    const keys = (await done(anyone('GET', `/calls/${call}`))).run.bonuses.map(({ key }: { key: string }) => key);
    const zones = (await done(anyone('GET', '/zones'))).items;
    const zoneOf = (periphery: boolean) =>
      zones.find((zone: { periphery: boolean }) => zone.periphery === periphery).key;
    for (const zone of [zoneOf(true), zoneOf(false)])
      await applied((await firm()).mine, call, 10_000, { bonuses: keys, zone });
    const nowhere = await firm();
    const version = await savedApplication(nowhere.mine, call, 10_000, { bonuses: keys });
    expect((await submitApplication(nowhere.mine, call, version)).body.errors[0].name).toBe('zone');
    await closeCall(database, call);
    await scored(call, [5, 5]);
    const refusedOne = async (number: number) =>
      ask('POST', `/calls/${call}/applications/${await idOf(call, number)}/bonuses/${keys[1]}/refusal`, {
        reason: 'Non dimostrato',
      });
    await done(refusedOne(2));
    expect(await ruleOf(refusedOne(2))).toBe('bonus-not-claimed');
    const { entries } = await done(publish(call, 'provisional'));
    expect(entries.map(({ number, bonus }: { number: number; bonus: number }) => [number, bonus])).toEqual([
      [1, 8],
      [2, 0],
    ]);
  });
});

describe('the way to the final ranking', () => {
  test('waits for objections and their answers', async () => {
    const call = await ranked();
    const one = await firm();
    await applied(one.mine, call, 50_000);
    await closeCall(database, call);
    await scored(call, [7]);
    const early = await one.mine('POST', `/calls/${call}/application/objections`, { words: 'Ma come?' });
    expect(early.status).toBe(409);
    await done(publish(call, 'provisional'));
    expect(await ruleOf(publish(call, 'final'))).toBe('objections-open');
    await done(one.mine('POST', `/calls/${call}/application/objections`, { words: 'I punti sono pochi.' }));
    await sql`update ranking set objections_until = clock_timestamp() where call = ${call}`.execute(database.db);
    expect(await ruleOf(publish(call, 'final'))).toBe('objections-open');
    const late = await one.mine('POST', `/calls/${call}/application/objections`, { words: 'Ancora' });
    expect(late.status).toBe(409);
    const record = (await dossierOf(one, call))[0].recordId;
    await done(to(call, 'decision', { record, words: 'I punti sono motivati.', accepted: false }));
    expect((await mailsTo(database, one.who.email)).at(-1)?.body).toContain('I punti sono motivati.');
    await done(publish(call, 'final'));
  });

  test('can close the round, and counts only evaluators who scored everything', async () => {
    const call = await ranked();
    for (const amount of [10_000, 20_000]) await applied((await firm()).mine, call, amount);
    const [first, second] = [
      await signIn(database, { role: 'evaluator', programme }),
      await signIn(database, { role: 'evaluator', programme }),
    ];
    // Evaluators are named before the deadline; the applications stay sealed.
    await done(ask('PUT', `/calls/${call}/evaluators`, { accounts: [first.accountId, second.accountId] }));
    expect(await done(ask('GET', `/calls/${call}/round`))).toMatchObject({ sealed: true, items: [] });
    await closeCall(database, call);
    const desk = await done(as(first)('GET', `/calls/${call}/evaluation`));
    const score = (who: Signed, at: number, points: number) =>
      as(who)('PUT', `/calls/${call}/applications/${desk.items[at].applicationId}/scores`, {
        scores: [{ criterion: desk.criteria[0].key, points }],
      });
    await done(score(first, 0, 6));
    expect(await ruleOf(ask('POST', `/calls/${call}/round/closing`))).toBe('nobody-scored');
    await done(score(first, 1, 8));
    expect(await ruleOf(publish(call, 'provisional'))).toBe('scores-open');
    await done(ask('POST', `/calls/${call}/round/closing`));
    expect(await ruleOf(score(second, 0, 1))).toBe('round-closed');
    const { entries } = await done(publish(call, 'provisional'));
    expect(entries.map(({ total }: { total: number }) => total)).toEqual([80, 60]);
  });

  test('has a CSV export in which no name is a formula', async () => {
    const call = await ranked();
    const name = '=1+1; "Bottega"';
    const given = { firm: { name, taxCode: '01199250158', vatNumber: '01199250158', linked: [] } };
    await applied((await firm()).mine, call, 50_000, given);
    await closeCall(database, call);
    await scored(call, [7]);
    await done(publish(call, 'provisional'));
    const csv = await (await fetch(`${base()}/calls/${call}/rankings/1/ranking.csv`)).text();
    expect(csv.split('\n')[0]).toMatch(/^rank,number,firm,.*,total,outcome,lot,amount_eur,tie,reason$/);
    expect(csv).toContain(`"'=1+1; ""Bottega"""`);
    expect(csv).toContain('50000.00');
  });
});

describe('a question about a call', () => {
  test('is answered publicly without its author, who gets a mail; refused after the deadline', async () => {
    const call = await ranked();
    const one = await firm();
    await done(one.mine('POST', `/calls/${call}/questions`, { words: 'Vale anche per i macchinari usati?' }));
    expect((await anyone('POST', `/calls/${call}/questions`, { words: 'x' })).status).toBe(401);
    const [asked] = (await done(ask('GET', `/calls/${call}/questions`))).items;
    const said = { question: { it: asked.words }, answer: { it: 'Sì.' }, questionId: asked.questionId };
    await done(ask('POST', `/calls/${call}/answers`, said));
    expect(await ruleOf(ask('POST', `/calls/${call}/answers`, said))).toBe('question-answered');
    expect((await done(anyone('GET', `/calls/${call}`))).run.answers[0]).toMatchObject({ answer: { it: 'Sì.' } });
    expect((await mailsTo(database, one.who.email)).at(-1)?.body).toContain('Vale anche per i macchinari usati?');
    await sql`update call set questions_until = clock_timestamp() where key = ${call}`.execute(database.db);
    expect(await ruleOf(one.mine('POST', `/calls/${call}/questions`, { words: 'Tardi?' }))).toBe('questions-over');
  });
});

describe('a firm that withdraws', () => {
  test('from a fund releases its money at once, and can apply again at the end of the queue', async () => {
    const call = await publishedCall(ask, 'voucher', { budgetEur: 100_000, aidRule: null, partialGrants: false });
    const [one, two] = [await firm(), await firm()];
    await applied(one.mine, call, 80_000);
    expect((await applied(two.mine, call, 60_000)).admission.state).toBe('waiting');
    const gone = await done(one.mine('POST', `/calls/${call}/application/withdrawal`));
    expect(gone).toMatchObject({ state: 'withdrawn', dossier: [{ kind: 'withdrawn' }] });
    expect((await done(two.mine('GET', `/calls/${call}/application`))).admission.state).toBe('admitted');
    const again = await done(submitApplication(one.mine, call, gone.version));
    expect(again.admission).toMatchObject({ arrival: 3, state: 'waiting' });
    const { order } = await done(anyone('GET', `/calls/${call}/first-come-fund`));
    expect(order.map(({ state }: { state: string }) => state)).toEqual(['released', 'admitted', 'waiting']);
    expect(await itemsOf(call)).toHaveLength(2);
  });

  test('refused by a fund can apply again with another request; the office has nothing to release', async () => {
    const call = await publishedCall(ask, 'voucher', { budgetEur: 100_000, aidRule: null });
    const { mine } = await firm();
    const refused = await applied(mine, call, 5000);
    expect(refused.admission).toMatchObject({ state: 'refused', why: 'below-least' });
    expect((await to(call, 'release', { reason: 'x' })).status).toBe(404);
    const gone = await done(mine('POST', `/calls/${call}/application/withdrawal`));
    const content = { ...gone.content, requestedEur: 50_000 };
    const saved = await done(mine('PUT', `/calls/${call}/application`, { content, version: gone.version }));
    const again = await done(submitApplication(mine, call, saved.version));
    expect(again.admission).toMatchObject({ arrival: 2, state: 'admitted', amountEur: 50_000 });
  });

  test('from a ranked call leaves its hash on record when it applies again', async () => {
    const call = await ranked();
    const { mine } = await firm();
    const first = await applied(mine, call, 50_000);
    const changed = await done(
      mine('PUT', `/calls/${call}/application`, {
        content: { ...first.content, project: 'Meglio di prima' },
        version: first.version,
      }),
    );
    await done(submitApplication(mine, call, changed.version));
    const [replaced] = (await done(mine('GET', `/calls/${call}/application`))).dossier;
    expect(replaced).toMatchObject({ kind: 'replaced', about: first.receipt.sha256 });
  });
});
