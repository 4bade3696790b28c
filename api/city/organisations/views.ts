// SPDX-License-Identifier: AGPL-3.0-or-later
import {
  countOrganisations,
  type OrganisationFilter,
  readOrganisationNames,
  readOrganisations,
  readReferences,
  readRoles,
} from '../../../db/city/organisations/reads.ts';
import type { Reader } from '../../../db/past.ts';
import { refOf } from '../../contract.ts';
import { cursorOf, nameAndKey, type Paged, pageOfRows } from '../../http/paging.ts';
import { Refused } from '../../http/refusals.rules.ts';
import type { Organisation, OrganisationWithRoles } from './contract.ts';
import { looksLike } from './rules.ts';

function organisationOf(row: Awaited<ReturnType<typeof readOrganisations>>[number]): Organisation {
  const { key, name, kind, sector, partner, url, note } = row;
  return {
    key,
    name,
    kind,
    sector,
    zone: refOf(row.zone, row.zone_name),
    partner,
    url,
    source: refOf(row.source, row.source_title),
    note,
  };
}

export async function organisationsView(reader: Reader, query: OrganisationFilter & Paged) {
  const rows = await readOrganisations(reader, query, {
    limit: query.limit + 1,
    after: cursorOf(query.cursor, nameAndKey),
  });
  return pageOfRows(rows, query, await countOrganisations(reader, query), organisationOf, (row) => [
    row.name.it,
    row.key,
  ]);
}

export async function organisationView(reader: Reader, key: string): Promise<OrganisationWithRoles> {
  const [row] = await readOrganisations(reader, { key }, { limit: 1 });
  if (!row) throw new Refused({ code: 'unknown-item', item: key });
  const { agreements, contributions, awards, funds } = await readRoles(reader, key);
  const names = await readOrganisationNames(reader);
  return {
    ...organisationOf(row),
    agreements: agreements.map((one) => ({
      agreement: { key: one.key, name: one.name },
      part: one.part,
      commitment: one.commitment,
    })),
    contributions: contributions.map((one) => ({
      agreement: { key: one.key, name: one.name },
      name: one.purpose,
      amountEur: one.amount_eur,
    })),
    awards: awards.map(({ award, key, name, amount_eur }) => ({ award, call: { key, name }, amountEur: amount_eur })),
    funds: funds.map((one) => ({ fund: { key: one.key, name: one.name }, amountEur: one.amount_eur })),
    ...(await readReferences(reader, key)),
    resembles: names.filter((other) => other.key !== key && looksLike(other.name.it, row.name.it)),
  };
}

/** Pairs of organisations that may be duplicates. */
export async function resemblances(reader: Reader): Promise<[string, string][]> {
  const names = await readOrganisationNames(reader);
  return names.flatMap((one, at) =>
    names
      .slice(at + 1)
      .filter((other) => looksLike(one.name.it, other.name.it))
      .map((other): [string, string] => [one.name.it, other.name.it]),
  );
}
