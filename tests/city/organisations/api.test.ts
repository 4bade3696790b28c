// SPDX-License-Identifier: AGPL-3.0-or-later
import { beforeAll, describe, expect, test } from 'vitest';
import { listOrganisations, type Organisation, readOrganisation } from '../../../api/city/organisations/contract.ts';
import { resemblances } from '../../../api/city/organisations/views.ts';
import { findProgrammeId } from '../../../db/city/programmes/reads.ts';
import { loadPackage } from '../../../db/exchange/apply.ts';
import { packageOf } from '../../../db/exchange/package.ts';
import { asking } from '../../harness/ask.ts';
import { today } from '../../harness/office.ts';
import { withOffice } from '../../harness/opened.ts';
import { smallProgramme } from '../../harness/small.ts';

const { database, office } = withOffice();
beforeAll(async () => {
  const rows = smallProgramme();
  rows.organisation?.push({ key: 'politecnico-spa', name_it: 'POLITECNICO S.p.A.', kind: 'firm' });
  await loadPackage(office.connection.db, packageOf(rows, '2019-03-28'), { actor: 'test', today: today() });
});

describe('an organisation', () => {
  test('shows its roles across agreements, contributions, funds and areas on one page', async () => {
    const region = await asking(office.address, 'piccolo')(readOrganisation, '/organisations/regione');
    expect(region.agreements).toMatchObject([{ agreement: { key: 'accordo' }, part: 'funder' }]);
    expect(region.contributions).toMatchObject([{ amountEur: 30e6 }]);
    expect(region.funds).toMatchObject([{ fund: { key: 'fondo' }, amountEur: 1000 }]);
    const turin = await asking(office.address, 'mics')(readOrganisation, '/organisations/politecnico-di-torino');
    expect(turin.areas.map(({ key }) => key)).toEqual(['spoke-6']);
  });

  test('under another spelling is flagged, not merged', async () => {
    const polytechnic = await asking(office.address, 'piccolo')(readOrganisation, '/organisations/politecnico');
    expect(polytechnic.resembles.map(({ key }) => key)).toEqual(['politecnico-spa']);
    const programmeId = (await findProgrammeId(database.db, 'piccolo')) ?? 0;
    expect(await resemblances({ db: database.db, programmeId, day: today() })).toEqual([
      ['Politecnico', 'POLITECNICO S.p.A.'],
    ]);
  });
});

describe('the organisations of MICS', () => {
  test('are filtered by kind, partnership and region, and read page by page', async () => {
    const ask = asking(office.address, 'mics');
    const founding = await ask(listOrganisations, '/organisations?partner=founding&limit=200');
    expect(founding.total).toBe(25);
    const universities = await ask(listOrganisations, '/organisations?kind=university&zone=puglia');
    expect(universities.items.map(({ key }) => key)).toEqual(['politecnico-di-bari']);
    const seen: string[] = [];
    let next: string | null = '/organisations?limit=10';
    while (next) {
      const page: { items: Organisation[]; _links: { next: string | null } } = await ask(
        listOrganisations,
        next.replace(/^.*\/organisations/, '/organisations'),
      );
      seen.push(...page.items.map(({ key }) => key));
      next = page._links.next;
    }
    expect(new Set(seen).size).toBe((await ask(listOrganisations, '/organisations')).total);
  });
});
