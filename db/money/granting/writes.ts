// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Writer } from '../../change.ts';

interface Firm {
  organisation: string;
  name: string;
  taxCode: string;
  vatNumber: string;
}

/** Creates an organisation for a firm; its codes are stored outside the log. */
export async function addFirm(writer: Writer, programmeId: number, { organisation, name, taxCode, vatNumber }: Firm) {
  await writer
    .insertInto('organisation')
    .values({ programme_id: programmeId, key: organisation, name: { it: name }, kind: 'firm' } as never)
    .execute();
  await writer
    .insertInto('access.firm')
    .values({ programme_id: programmeId, organisation, tax_code: taxCode, vat_number: vatNumber })
    .execute();
}
