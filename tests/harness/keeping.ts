// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Running } from '../../api/server.ts';
import { startOffice, type TestDatabase, today } from './office.ts';
import { askingAs, type Signed, signIn, type Told } from './people.ts';

/** A civil day, so many days from today. */
export const day = (days: number): string => new Date(Date.parse(today()) + days * 864e5).toISOString().slice(0, 10);

export type Ask = (
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE',
  path: string,
  input?: unknown,
  version?: number,
) => Promise<Told>;

export interface Keepers {
  office: Running;
  anna: Signed;
  /** Two officials of all areas, the public, and the same below /api/v1/programmes/{programme}. */
  ask: Ask;
  bruno: Ask;
  anyone: Ask;
  as: (who?: { cookie: string }) => Ask;
}

/** An Officina with two officials who answer for all areas of a programme. */
export async function startKeeping(
  database: TestDatabase,
  programme: string,
  settings: Parameters<typeof startOffice>[2] = {},
): Promise<Keepers> {
  const office = await startOffice(database, false, settings);
  const anna = await signIn(database, { role: 'official', programme, name: 'Anna Prova', office: 'Ufficio prova' });
  const bruno = await signIn(database, {
    role: 'official',
    programme,
    name: 'Bruno Prova',
    office: 'Ufficio verifiche',
  });
  const as = (who?: { cookie: string }): Ask => {
    const ask = askingAs(office.address, who);
    return (method, path, input, version) =>
      ask(
        method,
        `/api/v1/programmes/${programme}${path}`,
        input ?? (method === 'GET' || method === 'DELETE' ? undefined : {}),
        version === undefined ? {} : { 'if-match': `"${version}"` },
      );
  };
  return { office, anna, ask: as(anna), bruno: as(bruno), anyone: as(), as };
}

/** The body of a reply that must have gone well. */
export async function done(told: Promise<Told>) {
  const { status, body } = await told;
  if (status !== 200) throw new Error(`${status} ${JSON.stringify(body)}`);
  return body;
}

/** Which rule a refusal names, by its type and its words; `200` when it was no refusal. */
export async function refusal(told: Promise<Told>): Promise<string> {
  const { status, body } = await told;
  return `${status} ${String(body.type ?? '').replace('urn:officina:problem:', '')} ${body.detail ?? ''}`.trim();
}

/** A draft cycle that began some weeks ago, with milestones as they are planned. */
export async function draftOf(
  ask: Ask,
  area: string,
  milestones: { name: string; plannedOn?: string; weight?: number }[],
  days: { startsOn?: string; endsOn?: string; cycleName?: string } = {},
) {
  const cycle = await done(
    ask('POST', '/cycles', {
      name: { it: days.cycleName ?? 'Semestre di prova' },
      startsOn: days.startsOn ?? day(-60),
      endsOn: days.endsOn ?? day(120),
    }),
  );
  const keys: string[] = [];
  for (const { name, ...planned } of milestones)
    keys.push((await done(ask('POST', '/milestones', { cycle: cycle.key, area, name: { it: name }, ...planned }))).key);
  return { cycle: cycle.key as string, keys };
}

/** Adopts a draft as it stands. */
export async function adopt(ask: Ask, cycle: string, adoptedOn = day(-40)) {
  const { version } = await done(ask('GET', `/cycles/${cycle}/draft`));
  return done(ask('POST', `/cycles/${cycle}/adoption`, { adoptedOn, act: 'Delibera di prova n. 1' }, version));
}
