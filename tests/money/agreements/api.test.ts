// SPDX-License-Identifier: AGPL-3.0-or-later
import { describe, expect, test } from 'vitest';
import { followDeadlines } from '../../../api/money/agreements/commands.ts';
import { readAgreement } from '../../../api/money/agreements/contract.ts';
import { readMilestone } from '../../../api/plan/milestones/contract.ts';
import { loadPackage } from '../../../db/exchange/apply.ts';
import { faultLine, PackageRefused } from '../../../db/exchange/fault.ts';
import { packageOf } from '../../../db/exchange/package.ts';
import { asking } from '../../harness/ask.ts';
import { today } from '../../harness/office.ts';
import { withOffice } from '../../harness/opened.ts';
import { type Rows, smallProgramme } from '../../harness/small.ts';

const { office } = withOffice({ template: 'empty', span: 'test' });
const ask: ReturnType<typeof asking> = (...of) => asking(office.address, 'piccolo')(...of);

const load = (rows: Rows) =>
  loadPackage(office.connection.db, packageOf(rows, '2019-03-28'), {
    actor: 'test',
    today: today(),
    follow: (writer, programmeId) => followDeadlines(writer, programmeId, today()),
  });
const faultsOf = (rows: Rows) =>
  load(rows).then(
    () => [],
    (error) => (error instanceof PackageRefused ? error.faults.map(faultLine) : Promise.reject(error)),
  );
const changed = (rows: Rows, table: string, key: string, cells: Record<string, string>) =>
  ({ ...rows, [table]: rows[table]?.map((row) => (row.key === key ? { ...row, ...cells } : row)) ?? [] }) as Rows;

describe('an agreement', () => {
  test('shows its signatories, the sum of contributions, and how each deadline was derived', async () => {
    await load(smallProgramme());
    const agreement = await ask(readAgreement, '/agreements/accordo');
    expect(agreement).toMatchObject({ totalEur: 38e6, contributedEur: 38e6, parties: 1 });
    expect(
      agreement.obligationList.map(({ key, deadline, provisional }) => [key, deadline?.date, provisional]),
    ).toEqual([
      ['o-studio', '2019-12-28', false],
      ['o-progetto', '2020-03-28', true],
    ]);
    expect(agreement.obligationList[0]?.derivation).toMatchObject({
      months: 9,
      event: 'signing',
      eventOn: '2019-03-28',
    });
    expect(agreement.obligationList[1]?.derivation).toMatchObject({
      months: 3,
      event: 'obligation',
      obligation: { key: 'o-studio' },
    });
  });

  test('with a corrected date moves dependent deadlines as a recorded re-plan in the same change', async () => {
    expect((await load(smallProgramme())).followed).toBe(0);
    const corrected = changed(smallProgramme(), 'agreement', 'accordo', { signed_on: '2019-04-15' });
    expect((await load(corrected)).followed).toBe(2);
    const study = await ask(readMilestone, '/milestones/studio');
    expect(study.promise.date).toBe('2020-01-15');
    expect(study.firstPromise.date).toBe('2019-12-28');
    expect(study.promises[1]?.reason?.it).toContain('9 mesi dalla sottoscrizione del 15 aprile 2019');
    expect((await load(corrected)).followed).toBe(0);
  });
});

describe('a package is refused, with the reason, when', () => {
  test.each([
    [
      'contributions do not add up: both sums are told',
      'contribution',
      'c1',
      { amount_eur: '29000000.00' },
      /add up to 37000000\.00 €, not to the declared total of 38000000\.00 €/,
    ],
    [
      'a deadline is relative to nothing',
      'obligation',
      'o-studio',
      { after_event: '' },
      /obligation\.csv, row 2.*check/,
    ],
    ['an amount is negative', 'contribution', 'c2', { amount_eur: '-1.00' }, /contribution\.csv, row 3.*money_eur/],
    ['a share is above 1', 'earmark', 'vincolo', { share: '1.2' }, /earmark\.csv, row 2.*share/],
    [
      'a region is unknown',
      'allocation',
      'a1',
      { zone: 'atlantide' },
      /allocation\.csv, row 2, column zone: zone "atlantide" is not in the package/,
    ],
    [
      'more is allocated than there is',
      'allocation',
      'a3',
      { planned_eur: '999.70' },
      /allocations of fondo add up to 1600\.00 €, more than its 1000\.00 €/,
    ],
    ['more is paid than was committed', 'allocation', 'a1', { paid_eur: '300.01' }, /allocation\.csv, row 2.*check/],
    [
      'obligations wait for each other: the circle is named',
      'obligation',
      'o-studio',
      { after_event: 'obligation', after_obligation: 'o-progetto' },
      /circle in obligation: (o-studio → o-progetto → o-studio|o-progetto → o-studio → o-progetto)/,
    ],
  ] as [string, string, string, Record<string, string>, RegExp][])('%s', async (_what, table, key, cells, reason) => {
    expect((await faultsOf(changed(smallProgramme(), table, key, cells))).join('\n')).toMatch(reason);
  });
});
