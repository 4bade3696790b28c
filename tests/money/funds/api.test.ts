// SPDX-License-Identifier: AGPL-3.0-or-later
import fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import { readMoney } from '../../../api/money/funds/contract.ts';
import { addEur } from '../../../api/money/funds/rules.ts';
import { change } from '../../../db/change.ts';
import { loadPackage } from '../../../db/exchange/apply.ts';
import { packageOf } from '../../../db/exchange/package.ts';
import { asking } from '../../harness/ask.ts';
import { today } from '../../harness/office.ts';
import { withOffice } from '../../harness/opened.ts';
import { smallProgramme } from '../../harness/small.ts';

const { office } = withOffice({ template: 'empty', span: 'test' });
const ask: ReturnType<typeof asking> = (...of) => asking(office.address, 'piccolo')(...of);
beforeEach(async () => {
  await loadPackage(office.connection.db, packageOf(smallProgramme(), '2019-03-28'), { actor: 'test', today: today() });
});

describe('the money of a programme', () => {
  test('shows planned, committed and paid, and the unattributed amount', async () => {
    const { totals, byZone, earmarks, atRisk } = await ask(readMoney, '/money?asOf=2019-12-01');
    expect(totals).toMatchObject({
      amountEur: 1000,
      plannedEur: 700,
      committedEur: 300,
      paidEur: 100.05,
      unallocatedEur: 300,
    });
    expect(byZone.find(({ to }) => to === null)?.plannedEur).toBe(99.7);
    expect(earmarks[0]).toMatchObject({ target: 0.5, baseEur: 1000, reachedEur: 400.1, notAttributableEur: 399.7 });
    expect(earmarks[0]?.share).toBeCloseTo(400.1 / 600.3, 10);
    expect(atRisk.eur).toBe(0);
  });

  test('is at risk when its milestone is late', async () => {
    const { atRisk } = await ask(readMoney, '/money');
    expect(atRisk).toMatchObject({
      eur: 300.05,
      items: [{ milestone: { key: 'studio', status: 'late' }, eur: 300.05 }],
    });
  });

  test('adds up to the cent by every grouping, for any allocations', async () => {
    const cents = fc.integer({ min: 1, max: 900 });
    const allocation = fc.record({
      planned: cents,
      area: fc.constantFrom('ricerca', null),
      zone: fc.constantFrom('centro', 'fuori', null),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(allocation, { minLength: 1, maxLength: 12 }), async (allocations) => {
        await change(office.connection.db, { actor: 'test', reason: 'property' }, async (writer) => {
          await writer.deleteFrom('allocation').execute();
          const { programme_id } = await writer
            .selectFrom('programme')
            .select('programme_id')
            .executeTakeFirstOrThrow();
          const rows = allocations.map(({ planned, area, zone }, at) => ({
            programme_id,
            key: `p${at}`,
            fund: 'fondo',
            name: JSON.stringify({ it: `p${at}` }) as never,
            area,
            zone,
            planned_eur: planned / 100,
          }));
          await writer
            .insertInto('allocation')
            .values(rows as never)
            .execute();
        });
        const money = await ask(readMoney, '/money');
        const planned = allocations.reduce((sum, one) => sum + one.planned, 0) / 100;
        const ways = [money.byArea, money.byZone, money.funds, money.allocations].map((rows) =>
          addEur(rows.map((row) => row.plannedEur)),
        );
        expect(ways).toEqual([planned, planned, planned, planned]);
        expect(addEur([money.totals.plannedEur, money.totals.unallocatedEur])).toBe(money.totals.amountEur);
        const outOfFunds = money.flow.links.filter(({ from }) => from.startsWith('source/')).map(({ eur }) => eur);
        expect(addEur(outOfFunds)).toBe(money.totals.amountEur);
      }),
      { numRuns: 25 },
    );
  });
});
