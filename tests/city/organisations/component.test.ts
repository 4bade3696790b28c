// SPDX-License-Identifier: AGPL-3.0-or-later
import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { organisationKindWords } from '../../../api/city/organisations/fields.ts';
import { OrganisationList } from '../../../web/city/organisations/OrganisationList.tsx';
import { h, render } from '../../harness/render.ts';

test('an organisation leads to its page and to its zone, and says what it is', async () => {
  const organisation = {
    key: 'politecnico',
    name: { it: 'Politecnico' },
    kind: 'university',
    sector: { it: 'Ricerca' },
    zone: { key: 'municipio-3', name: { it: 'Municipio 3' } },
    partner: null,
  };
  await render(h(OrganisationList, { organisations: [organisation] as never }), {
    at: 'organisations?asOf=2026-02-01',
  });
  await expect
    .element(page.getByRole('link', { name: 'Politecnico' }))
    .toHaveAttribute('href', '/it/prova/organisations/politecnico?asOf=2026-02-01');
  await expect
    .element(page.getByRole('link', { name: 'Municipio 3' }))
    .toHaveAttribute('href', '/it/prova/periphery?asOf=2026-02-01#municipio-3');
  await expect.element(page.getByText(organisationKindWords.university.it)).toBeVisible();
});
