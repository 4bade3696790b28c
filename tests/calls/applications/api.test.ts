// SPDX-License-Identifier: AGPL-3.0-or-later
import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { canonical } from '../../../api/calls/applications/rules.ts';
import { change, knownOn } from '../../../db/change.ts';
import { closeCall, contentOf, publishedCall, savedApplication } from '../../harness/calls.ts';
import { day, done, firstArea, withKeepers } from '../../harness/keeping.ts';
import { askingAs, type Signed, signIn } from '../../harness/people.ts';

const programme = 'manifattura-milano';
const { database, office, ask, anyone, as } = withKeepers(programme);

/** An open voucher call. */
const published = (more: object = {}) => publishedCall(ask, 'voucher', { budgetEur: 300_000, ...more });

const firm = (): Promise<Signed> => signIn(database, { role: 'applicant', programme, name: 'Ditta prova' });
/** A firm with a complete application. */
async function filled(call: string, requestedEur: number, more: object = {}) {
  const who = await firm();
  const mine = as(who);
  return { who, mine, version: await savedApplication(mine, call, requestedEur, more) };
}

const closing = (call: string) => closeCall(database, call);

describe('an application', () => {
  test('is saved while typing and lists what is missing', async () => {
    const call = await published();
    const mine = as(await firm());
    const empty = await done(mine('GET', `/calls/${call}/application`));
    expect(empty).toMatchObject({ state: 'none', version: 0 });
    const half = contentOf(50_000, { project: '', firm: { name: 'X', taxCode: '1', vatNumber: '', linked: [] } });
    const saved = await done(mine('PUT', `/calls/${call}/application`, { content: half, version: 0 }));
    expect(saved).toMatchObject({ state: 'draft', missing: ['firm.taxCode', 'firm.vatNumber', 'project'] });
    // A second tab that also starts empty must not overwrite; an identical save is harmless.
    const other = { ...half, project: 'Altro' };
    expect((await mine('PUT', `/calls/${call}/application`, { content: other, version: 0 })).status).toBe(412);
    const again = await done(mine('PUT', `/calls/${call}/application`, { content: half, version: 0 }));
    expect(again.content).toEqual(saved.content);
    const submission = (version: number) => mine('POST', `/calls/${call}/application/submission`, { version });
    expect((await submission(saved.version)).status).toBe(412);
    expect((await submission(again.version)).body.errors[0].name).toBe('firm.taxCode');
  });

  test('gets a receipt: number, exact time, and SHA-256 of the content', async () => {
    const call = await published();
    const { mine, version } = await filled(call, 50_000);
    const submitted = await done(mine('POST', `/calls/${call}/application/submission`, { version }));
    expect(submitted.receipt.number).toBe(1);
    expect(submitted.receipt.sha256).toBe(createHash('sha256').update(canonical(submitted.content)).digest('hex'));
    expect(submitted.admission).toMatchObject({ arrival: 1, state: 'admitted', amountEur: 50_000, why: 'in-full' });
  });

  test('resubmitted with the same idempotency key has the same response and one effect', async () => {
    const call = await published();
    const { who, version } = await filled(call, 60_000);
    const path = `/api/v1/programmes/${programme}/calls/${call}/application/submission`;
    const send = () => askingAs(office.address, who)('POST', path, { version }, { 'idempotency-key': 'mark-0001' });
    const [one, two] = [await send(), await send()];
    expect(two.body.receipt).toEqual(one.body.receipt);
    expect((await done(anyone('GET', `/calls/${call}/first-come-fund`))).arrivals).toBe(1);
  });

  test('submitted at the same moment as others is recorded exactly once', async () => {
    const call = await published({ budgetEur: 300_000 });
    const firms = await Promise.all(Array.from({ length: 12 }, () => filled(call, 50_000)));
    const path = `/api/v1/programmes/${programme}/calls/${call}/application/submission`;
    const send = ({ who, version }: (typeof firms)[number], mark: string) =>
      askingAs(office.address, who)('POST', path, { version }, { 'idempotency-key': mark });
    const attempts = await Promise.all(
      firms.map((one, at) =>
        Promise.all([send(one, `mark-${at}-000`), send(one, `mark-${at}-000`), send(one, `other-${at}-00`)]),
      ),
    );
    for (const replies of attempts) {
      // The first idempotency key wins: a retry with it returns the same result, another key is refused.
      const receipts = replies.filter(({ status }) => status === 200).map(({ body }) => body.receipt);
      expect(replies.filter(({ status }) => status === 409)).toHaveLength(3 - receipts.length);
      expect(receipts.length).toBeGreaterThanOrEqual(1);
      expect(receipts).toEqual(receipts.map(() => receipts[0]));
    }
    const { order, committedEur, waiting } = await done(anyone('GET', `/calls/${call}/first-come-fund`));
    expect(order.map(({ arrival }: { arrival: number }) => arrival)).toEqual(firms.map((_, at) => at + 1));
    expect({ committedEur, waiting }).toEqual({ committedEur: 300_000, waiting: 6 });
  });

  test('has its own idempotency keys: the same key of another firm does not matter', async () => {
    const call = await published({ budgetEur: 300_000 });
    const firms = await Promise.all(Array.from({ length: 6 }, () => filled(call, 50_000)));
    const path = `/api/v1/programmes/${programme}/calls/${call}/application/submission`;
    const replies = await Promise.all(
      firms.map(({ who, version }, at) =>
        askingAs(office.address, who)('POST', path, { version }, { 'idempotency-key': `mark-${Math.max(at, 1)}-000` }),
      ),
    );
    expect(replies.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200, 200]);
    expect((await done(anyone('GET', `/calls/${call}/first-come-fund`))).arrivals).toBe(6);
  });

  test('for the same firm takes one place in a fund, whoever submits it, until it is released', async () => {
    const call = await published();
    const { firm: named } = contentOf(50_000);
    const spaced = { ...named, taxCode: ` ${named.taxCode} ` };
    const firms = [await filled(call, 50_000, { firm: named }), await filled(call, 50_000, { firm: spaced })] as const;
    const send = ({ mine, version }: (typeof firms)[number]) =>
      mine('POST', `/calls/${call}/application/submission`, { version });
    const replies = await Promise.all(firms.map(send));
    expect(replies.map(({ status }) => status).sort()).toEqual([200, 409]);
    const [first, second] = replies[0]?.status === 200 ? firms : [firms[1], firms[0]];
    await done(first.mine('POST', `/calls/${call}/application/withdrawal`));
    await done(send(second));
  });

  test('of a ranked call for a firm with another one is flagged to the office after opening', async () => {
    const criteria = [{ name: { it: 'Qualità' }, weight: 100, scale: 10, threshold: null }];
    const call = await publishedCall(ask, 'investment', {
      budgetEur: 100_000,
      criteria,
      threshold: null,
      aidRule: null,
    });
    const { firm: named } = contentOf(50_000);
    for (const own of [named, named, contentOf(1).firm]) {
      const { mine, version } = await filled(call, 20_000, { firm: own });
      await done(mine('POST', `/calls/${call}/application/submission`, { version }));
    }
    const twins = async () =>
      (await done(ask('GET', `/calls/${call}/applications`))).items.map(
        ({ sameFirm }: { sameFirm: number[] }) => sameFirm,
      );
    expect(await twins()).toEqual([[], [], []]);
    await closing(call);
    expect(await twins()).toEqual([[2], [1], []]);
  });

  test('counts aid from other calls of the programme, including that of linked firms', async () => {
    const money = { budgetEur: 1_000_000, grantMinEur: 20_000, grantMaxEur: 200_000, aidRule: 'reduce' };
    const [one, other] = [await published(money), await published(money)];
    const { firm: parent } = contentOf(1);
    const first = await filled(one, 200_000, { firm: parent });
    await done(first.mine('POST', `/calls/${one}/application/submission`, { version: first.version }));
    const { firm: child } = contentOf(1);
    const second = await filled(other, 150_000, { firm: { ...child, linked: [parent.taxCode] } });
    const before = await done(second.mine('GET', `/calls/${other}/application`));
    expect(before).toMatchObject({ headroomEur: 100_000, programmeAid: [{ amountEur: 200_000 }] });
    const submitted = await done(
      second.mine('POST', `/calls/${other}/application/submission`, { version: second.version }),
    );
    expect(submitted.admission).toMatchObject({ state: 'admitted', amountEur: 100_000 });
  });

  test('is admitted, waitlisted or refused in order of arrival; released money moves on', async () => {
    const call = await published({ budgetEur: 300_000 });
    const states: string[] = [];
    const firms = [];
    for (const eur of [200_000, 90_000, 150_000, 20_000]) {
      const one = await filled(call, eur);
      firms.push(one);
      const submitted = await done(one.mine('POST', `/calls/${call}/application/submission`, { version: one.version }));
      states.push(`${submitted.admission.state} ${submitted.admission.amountEur} ${submitted.admission.why}`);
    }
    expect(states).toEqual([
      'admitted 200000 in-full',
      'admitted 90000 in-full',
      'waiting 0 used-up',
      'waiting 0 others-wait',
    ]);
    const { items } = await done(ask('GET', `/calls/${call}/applications`));
    const first = items.find(({ number }: { number: number }) => number === 1);
    await done(ask('POST', `/calls/${call}/applications/${first.applicationId}/release`, { reason: 'Rinuncia' }));
    const fund = await done(anyone('GET', `/calls/${call}/first-come-fund`));
    expect(fund).toMatchObject({ committedEur: 260_000, leftEur: 40_000, waiting: 0 });
    expect(fund.order.map(({ state }: { state: string }) => state)).toEqual([
      'released',
      'admitted',
      'admitted',
      'admitted',
    ]);
  });

  test('is cut to the de minimis headroom, or refused without any', async () => {
    const call = await published({ budgetEur: 1_000_000 });
    const aid = (amountEur: number) => ({ aid: [{ grantedOn: day(-300), amountEur }] });
    const cut = await filled(call, 100_000, aid(250_000));
    const submitted = await done(cut.mine('POST', `/calls/${call}/application/submission`, { version: cut.version }));
    expect(submitted).toMatchObject({ headroomEur: 50_000, admission: { amountEur: 50_000 } });
    const none = await filled(call, 100_000, aid(300_000));
    const refused = await none.mine('POST', `/calls/${call}/application/submission`, { version: none.version });
    expect(refused.body.errors[0].name).toBe('requestedEur');
  });

  test('is refused after the deadline and stays a draft', async () => {
    const call = await published();
    const { mine, version } = await filled(call, 50_000);
    await closing(call);
    const late = await mine('POST', `/calls/${call}/application/submission`, { version });
    expect(late.status).toBeGreaterThanOrEqual(400);
    expect((await done(mine('GET', `/calls/${call}/application`))).state).toBe('draft');
    expect(
      (await mine('PUT', `/calls/${call}/application`, { content: contentOf(1), version })).status,
    ).toBeGreaterThanOrEqual(400);
  });
});

describe('the seal', () => {
  test('hides content from officials until the deadline', async () => {
    const criteria = [{ name: { it: 'Qualità' }, weight: 100, scale: 10, threshold: null }];
    const call = await published({ kind: 'investment', procedure: 'ranking', criteria });
    const { mine, version } = await filled(call, 50_000);
    await done(mine('POST', `/calls/${call}/application/submission`, { version }));
    const sealed = await done(ask('GET', `/calls/${call}/applications`));
    expect(sealed).toMatchObject({ sealed: true, items: [{ number: 1, content: null }] });
    const exclusion = `/calls/${call}/applications/${sealed.items[0].applicationId}/exclusion`;
    expect((await ask('POST', exclusion, { reason: 'x' })).status).toBeGreaterThanOrEqual(400);
    await closing(call);
    const opened = await done(ask('GET', `/calls/${call}/applications`));
    expect(opened).toMatchObject({ sealed: false, items: [{ content: { project: 'Prove sui materiali' } }] });
  });

  test('also holds as of an earlier day with another deadline', async () => {
    const call = 'bando-prorogato';
    const { rows } = await sql<{
      id: number;
    }>`select programme_id as id from programme where key = ${programme}`.execute(database.db);
    const programmeId = rows[0]?.id ?? 0;
    const area = await firstArea(ask);
    await change(database.db, { actor: 'test', reason: '' }, async (writer) => {
      await knownOn(writer, day(-3));
      await sql`insert into call (programme_id, key, kind, name, area, procedure, run, act, opens_at, closes_at, tie_breaks,
          seed_hash) values (${programmeId}, ${call}, 'challenge', '{"it": "Prorogato"}', ${area}, 'ranking', true, 'n. 1',
          now() - interval '9 days', now() - interval '2 days', '[]', repeat('0', 64))`.execute(writer);
    });
    await sql`update call set closes_at = now() + interval '5 days' where key = ${call}`.execute(database.db);
    const { mine, version } = await filled(call, 0, { requestedEur: null });
    await done(mine('POST', `/calls/${call}/application/submission`, { version }));
    for (const query of ['', `?asOf=${day(-1)}`]) {
      const list = await done(ask('GET', `/calls/${call}/applications${query}`));
      expect(list).toMatchObject({ sealed: true, items: [{ content: null }] });
    }
  });

  test('keeps content of firms out of the log', async () => {
    const { rows } = await sql<{ n: number }>`select count(*)::int as n from change
      where coalesce(after::text, before::text) like '%Prove sui materiali%'`.execute(database.db);
    expect(rows[0]?.n).toBe(0);
  });

  test('hides applications from other firms', async () => {
    const call = await published();
    const one = await filled(call, 50_000);
    const other = as(await firm());
    expect((await done(other('GET', `/calls/${call}/application`))).content.project).toBe('');
    expect((await one.mine('GET', `/calls/${call}/applications`)).status).toBe(403);
  });
});
