// SPDX-License-Identifier: AGPL-3.0-or-later
import { parse } from 'csv-parse/sync';
import { sql } from 'kysely';
import { beforeEach, describe, expect, test } from 'vitest';
import { readMilestone } from '../../../api/plan/milestones/contract.ts';
import { listChanges } from '../../../api/platform/history/contract.ts';
import { asking } from '../../harness/ask.ts';
import { adopt, adoptedOf, day, done, draftOf, refusal, withKeepers } from '../../harness/keeping.ts';
import { withSigned } from '../../harness/opened.ts';
import { signIn } from '../../harness/people.ts';

const programme = 'citta-campione';
const { database, office, anna, ask, bruno, anyone, as } = withKeepers(programme);
const admin = as(withSigned(database, { role: 'administrator', programme, name: 'Carla Prova' }));
let area: string;
let key: string;
beforeEach(async () => {
  const made = await adoptedOf(ask, [{ name: 'Apertura del laboratorio', plannedOn: day(20) }]);
  [{ area }, [key = '']] = [made, made.keys];
});
const now = () => asking(office.address, programme)(readMilestone, `/milestones/${key}`);
const editing = async (input: object, who = ask) =>
  done(who('PATCH', `/milestones/${key}`, input, (await now()).version));
const reporting = (input: object = {}) => done(ask('POST', `/milestones/${key}/forecasts`, input));
const last = async (who = ask) => (await done(who('GET', `/changes?item=milestones/${key}&limit=1`))).items[0];
const undoing = async (who = ask, id?: number) => who('POST', `/changes/${id ?? (await last()).id}/undo`);
const changes = async () =>
  Number((await sql<{ n: number }>`select count(*) as n from change`.execute(database.db)).rows[0]?.n);

describe('the author of a change', () => {
  test('is the office in public, and the person only for public roles', async () => {
    const given = { role: 'official', programme, office: 'Assessorato' } as const;
    const shown = as(await signIn(database, { ...given, name: 'Dora Nota', nameIsPublic: true }));
    await editing({ note: { it: 'di Anna' } });
    expect((await last(anyone)).actor).toBe('Ufficio prova');
    await editing({ note: { it: 'di Dora' } }, shown);
    expect((await last(anyone)).actor).toBe('Dora Nota');
    const text = JSON.stringify(await done(anyone('GET', '/changes?limit=200')));
    expect(text).not.toContain('Anna Prova');
    expect(text).not.toContain('undoable');
  });

  test('is named only to administrators, who can filter and export everything', async () => {
    await editing({ note: { it: '=1+1' }, why: '=cmd()' });
    for (const [who, status] of [
      [anyone, 401],
      [ask, 403],
    ] as const) {
      expect((await who('GET', '/log')).status).toBe(status);
      expect((await who('GET', '/log.csv')).status).toBe(status);
    }
    const log = await done(
      admin('GET', `/log?account=${anna.accountId}&table=milestone&kind=edited&from=${day(0)}&to=${day(0)}&limit=1`),
    );
    expect(log.items[0]).toMatchObject({
      person: { account: anna.accountId, name: 'Anna Prova' },
      actor: 'Ufficio prova',
    });
    expect((await done(admin('GET', '/log?actor=anna%20prova&limit=1'))).total).toBeGreaterThan(0);
    expect((await done(admin('GET', `/log?from=${day(0)}&to=${day(-1)}`))).total).toBe(0);
    const draft = await draftOf(ask, area, [{ name: 'Mai vista', plannedOn: day(9) }]);
    expect((await done(admin('GET', `/log?item=milestones/${draft.keys[0]}`))).total).toBe(1);
    const csv = (await admin('GET', `/log.csv?account=${anna.accountId}`)).body as string;
    const rows = parse(csv, { columns: true }) as Record<string, string>[];
    expect(rows).toHaveLength((await done(admin('GET', `/log?account=${anna.accountId}`))).total);
    expect(rows.find(({ reason }) => reason === "'=cmd()")).toMatchObject({ person: 'Anna Prova', table: 'milestone' });
  });

  test('is found by the filter for their kind', async () => {
    const all: { kind: string }[] = [];
    for (let path = '/log?limit=200'; path; ) {
      const page = await done(admin('GET', path));
      all.push(...page.items);
      path = page._links.next?.replace(/^.*\/log/, '/log') ?? '';
    }
    for (const kind of new Set(all.map((one) => one.kind)))
      expect((await done(admin('GET', `/log?kind=${kind}&limit=1`))).total, kind).toBe(
        all.filter((one) => one.kind === kind).length,
      );
  });
});

describe('undoing', () => {
  test('an edit restores the previous values as a new change, and can be undone itself', async () => {
    await editing({ note: { it: 'prima' } });
    await editing({ note: { it: 'dopo' }, summary: { it: 'dopo' } });
    const { id, undoable } = await last();
    expect(undoable).toBe(true);
    expect((await done(undoing())).undone).toBe(1);
    expect(await now()).toMatchObject({ note: { it: 'prima' }, summary: null });
    expect((await last()).reason).toBe(`Annulla la modifica ${id}`);
    await done(undoing());
    expect((await now()).note).toEqual({ it: 'dopo' });
  });

  test('is refused if something was written since, and writes nothing', async () => {
    await editing({ note: { it: 'prima' } });
    const { id } = await last();
    await editing({ note: { it: 'dopo' } });
    const before = await changes();
    expect(await refusal(undoing(ask, id))).toContain('no longer the latest change');
    expect(await refusal(undoing(ask, 1))).toMatch(/data load|404/);
    expect(await refusal(undoing(ask, 999_999_999))).toContain('404');
    expect(await changes()).toBe(before);
  });

  test('a report restores the previous forecast; the first report has none', async () => {
    await reporting({ expectedOn: day(15) });
    expect(await refusal(undoing())).toContain('first update');
    await reporting({ expectedOn: day(10) });
    await done(undoing());
    const { forecast, forecasts } = await now();
    expect(forecast?.date).toBe(day(15));
    expect(forecasts).toHaveLength(3);
  });

  test('a re-plan restores the previous promise, and both stay on record', async () => {
    const input = { dueOn: day(50), reasonKind: 'works', reason: { it: 'Cantiere' } };
    await done(ask('POST', `/milestones/${key}/promises`, input, (await now()).version));
    await done(undoing());
    const { promises, promise } = await now();
    expect(promise.date).toBe(day(20));
    expect(promises.map(({ due }) => due.date)).toEqual([day(20), day(50), day(20)]);
  });

  test('evidence and dependencies removes them, and restores removed ones', async () => {
    const link = await done(
      ask('POST', `/milestones/${key}/evidence`, { name: { it: 'x' }, url: 'https://comune.example' }),
    );
    await done(undoing());
    expect((await now()).evidence).toBe(0);
    await done(undoing());
    expect((await now()).evidenceItems[0]?.key).toBe(link.key);
  });

  test('a withdrawal reopens the milestone', async () => {
    const input = { on: day(0), reason: { it: 'Per sbaglio' } };
    await done(ask('POST', `/milestones/${key}/withdrawal`, input, (await now()).version));
    await done(undoing());
    expect((await now()).status).toBe('on-track');
  });

  test('a proposed closing withdraws it; an answered one stays', async () => {
    await done(ask('POST', `/milestones/${key}/evidence`, { name: { it: 'x' }, url: 'https://comune.example' }));
    const propose = async () =>
      done(ask('POST', `/milestones/${key}/closing`, { doneOn: day(-1) }, (await now()).version));
    await propose();
    await done(undoing());
    expect((await now()).awaitingCheck).toBe(false);
    const { version } = await propose();
    await done(bruno('POST', `/milestones/${key}/closing/answer`, { confirmed: true }, version));
    expect(await refusal(undoing())).toContain('cannot be undone');
  });

  test('never changes adopted promises, splits or weights', async () => {
    const parts = [0.5, 0.5].map((weight) => ({ name: { it: 'Parte' }, weight }));
    await done(ask('POST', `/milestones/${key}/split`, { parts }, (await now()).version));
    expect(await refusal(undoing())).toMatch(/first promised date|fixed/);
    const draft = await draftOf(ask, area, [{ name: 'Pesato', plannedOn: day(20) }]);
    const { milestones } = await done(ask('GET', `/cycles/${draft.cycle}/draft`));
    await done(ask('PATCH', `/milestones/${draft.keys[0]}`, { weight: 5 }, milestones[0].version));
    const log = await done(admin('GET', `/log?item=milestones/${draft.keys[0]}&kind=edited`));
    await adopt(ask, draft.cycle);
    expect(await refusal(undoing(ask, log.items[0].id))).toContain('fixed');
    const adopted = await done(admin('GET', `/log?item=cycles/${draft.cycle}&kind=adopted`));
    expect(await refusal(undoing(ask, adopted.items[0].id))).toContain('cannot be undone');
  });

  test('the removal of a draft restores it with its parts', async () => {
    const draft = await draftOf(ask, area, [
      { name: 'Uno', plannedOn: day(1) },
      { name: 'Due', plannedOn: day(2) },
    ]);
    const [one = '', two = ''] = draft.keys;
    await done(ask('PUT', `/milestones/${one}/dependencies`, { dependsOn: [two] }));
    await done(ask('DELETE', `/milestones/${one}`));
    const log = await done(admin('GET', `/log?item=milestones/${one}&kind=removed`));
    expect((await done(undoing(ask, log.items[0].id))).undone).toBe(2);
    const { milestones } = await done(ask('GET', `/cycles/${draft.cycle}/draft`));
    expect(milestones.find((item: { key: string }) => item.key === one)).toMatchObject({ dependsOn: [two] });
  });

  test('requires permission for everything the change touched', async () => {
    await editing({ note: { it: 'di Anna' } });
    const elsewhere = as(await signIn(database, { role: 'official', programme, areas: ['nessuna'] }));
    expect((await undoing(elsewhere)).status).toBe(403);
    expect((await last(elsewhere)).undoable).toBe(false);
    expect(
      listChanges.reply.parse(await done(bruno('GET', `/changes?item=milestones/${key}`))).items[0]?.undoable,
    ).toBe(true);
    await done(undoing(bruno));
  });
});
