// SPDX-License-Identifier: AGPL-3.0-or-later
import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import { keepFresh, keepIndicators } from '../../../api/labs/freshness/commands.ts';
import { freshnessIndicator, rounded } from '../../../api/labs/freshness/rules.ts';
import { change } from '../../../db/change.ts';
import { day, done, withKeepers } from '../../harness/keeping.ts';
import { confirmedOn, editLab, madeLab, mailsTo } from '../../harness/labs.ts';
import { today } from '../../harness/office.ts';
import { signIn } from '../../harness/people.ts';

const programme = 'manifattura-milano';
const url = 'https://officina.example';
const { database, ask, anyone } = withKeepers(programme);
const keep = (on = today(), hour = 9) => keepFresh(database.db, url, { today: on, hour });
const letters = async (to: string, about: string) =>
  (await mailsTo(database, to)).filter(({ once }) => once.startsWith(`${about}:`));
const nextQuarter = () => {
  const [year = 0, month = 0] = today().split('-').map(Number);
  const first = Math.floor((month - 1) / 3) * 3 + 4;
  return `${year + (first > 12 ? 1 : 0)}-${String(((first - 1) % 12) + 1).padStart(2, '0')}-01`;
};

describe('the quarterly mail', () => {
  test('goes to each keeper once, in one mail, for entries not confirmed in the quarter', async () => {
    const [due, fresh, closed, merged] = [
      await madeLab(ask, 'Da confermare'),
      await madeLab(ask, 'Appena confermata'),
      await madeLab(ask, 'Chiusa', { status: 'closed' }),
      await madeLab(ask, 'Fusa'),
    ];
    await done(ask('POST', `/labs/${fresh}/confirmation`, {}));
    const labs = [due, fresh, closed, merged];
    const keeper = await signIn(database, { role: 'operator', programme, labs, language: 'en' });
    const all = await signIn(database, { role: 'operator', programme });
    await done(ask('POST', `/labs/${merged}/merge`, { into: fresh, why: { it: 'La stessa' } }));
    await keep(today(), 6);
    expect(await letters(keeper.email, 'all-true')).toEqual([]);
    await Promise.all([keep(), keep()]);
    await keep(today(), 23);
    const sent = await letters(keeper.email, 'all-true');
    expect(sent).toHaveLength(1);
    expect(sent[0]?.subject).toContain('Confirm the data of your lab');
    expect(sent[0]?.body).toContain(`${url}/en/${programme}/labs/${due}?do=confirm`);
    for (const one of [fresh, closed, merged]) expect(sent[0]?.body).not.toContain(`/labs/${one}?`);
    expect(await letters(all.email, 'all-true')).toEqual([]);
    await keep(nextQuarter());
    expect(await letters(keeper.email, 'all-true')).toHaveLength(2);
    expect((await letters(keeper.email, 'all-true'))[1]?.body).toContain(`/labs/${fresh}?`);
  });

  test('does not go to people who confirmed everything, or who are no longer keepers', async () => {
    const lab = await madeLab(ask, 'Tutta vera');
    await done(ask('POST', `/labs/${lab}/confirmation`, {}));
    const keeper = await signIn(database, { role: 'operator', programme, labs: [lab] });
    const left = await signIn(database, { role: 'operator', programme, labs: [await madeLab(ask, 'Lasciata')] });
    await sql`update access.role set ended_at = now() where account_id = ${left.accountId}`.execute(database.db);
    await keep();
    expect(await letters(keeper.email, 'all-true')).toEqual([]);
    expect(await letters(left.email, 'all-true')).toEqual([]);
  });
});

describe('a doubtful entry', () => {
  test('unconfirmed for a year is reported to officials once, until it is confirmed again', async () => {
    const official = await signIn(database, { role: 'official', programme });
    const ofArea = await signIn(database, { role: 'official', programme, areas: ['communication'] });
    const lab = await madeLab(ask, 'Forse chiusa');
    const mentions = async () =>
      (await letters(official.email, 'doubt')).filter(({ body }) => body.includes(`/labs/${lab}?`)).length;
    await confirmedOn(database, lab, day(-350));
    await keep();
    expect(await mentions()).toBe(0);
    await confirmedOn(database, lab, day(-370));
    await Promise.all([keep(), keep()]);
    await keep();
    expect(await mentions()).toBe(1);
    expect(await letters(ofArea.email, 'doubt')).toEqual([]);
    await confirmedOn(database, lab, day(-367));
    await keep();
    expect(await mentions()).toBe(2);
    await done(editLab(ask, lab, { status: 'closed' }));
    await confirmedOn(database, lab, day(-368));
    await keep();
    expect(await mentions()).toBe(2);
  });

  test('that was never confirmed is not reported', async () => {
    const official = await signIn(database, { role: 'official', programme });
    const lab = await madeLab(ask, 'Mai confermata');
    await keep();
    expect((await letters(official.email, 'doubt')).filter(({ body }) => body.includes(lab))).toEqual([]);
  });
});

describe('the indicator', () => {
  const shareOf = async (): Promise<number> => (await done(anyone('GET', '/register'))).confirmedShare;
  const readings = async () =>
    (
      await sql<{ value: string; measured_on: string }>`select value, measured_on::text from measurement m
        join programme p using (programme_id) where p.key = ${programme} and indicator = ${freshnessIndicator.key}
        order by measured_on, m.key`.execute(database.db)
    ).rows.map(({ value, measured_on }) => [measured_on, Number(value)]);
  const shown = async () =>
    (await done(anyone('GET', '/dashboard'))).indicators?.find?.(
      ({ key }: { key: string }) => key === freshnessIndicator.key,
    ) ??
    (await done(anyone('GET', '/indicators'))).items.find(({ key }: { key: string }) => key === freshnessIndicator.key);
  let lab: string;
  beforeAll(async () => {
    lab = await madeLab(ask, 'Che conta');
  });

  test('follows the register: one measurement a day, and none without a change', async () => {
    await keepIndicators(database.db, today());
    expect(await shown()).toMatchObject({ name: freshnessIndicator.name });
    await done(ask('POST', `/labs/${lab}/confirmation`, {}));
    const before = (await readings()).length;
    await keepIndicators(database.db, today());
    await keepIndicators(database.db, today());
    const after = await readings();
    expect(after).toHaveLength(before);
    expect(after.at(-1)).toEqual([today(), rounded(await shareOf())]);
    await confirmedOn(database, lab, day(-400));
    await keepIndicators(database.db, today());
    expect((await readings()).at(-1)).toEqual([today(), rounded(await shareOf())]);
    expect(await readings()).toHaveLength(before);
  });

  test('gets another measurement on a day with a different value', async () => {
    await keepIndicators(database.db, today());
    const before = (await readings()).length;
    await change(database.db, { actor: 'test', reason: '' }, (writer) =>
      writer
        .updateTable('measurement')
        .set({ measured_on: day(-7) as never, value: 0.1234 })
        .where('indicator', '=', freshnessIndicator.key)
        .execute(),
    );
    await keepIndicators(database.db, today());
    const after = await readings();
    expect(after).toHaveLength(before + 1);
    expect(after.slice(-2)).toEqual([
      [day(-7), 0.1234],
      [today(), rounded(await shareOf())],
    ]);
  });

  test('does not exist for a programme without labs', async () => {
    await keepIndicators(database.db, today());
    const { rows } = await sql<{ key: string }>`select p.key from indicator i join programme p using (programme_id)
      where i.key = ${freshnessIndicator.key}
      and not exists (select from lab l where l.programme_id = p.programme_id)`.execute(database.db);
    expect(rows).toEqual([]);
  });
});
