// SPDX-License-Identifier: AGPL-3.0-or-later
import type { OfficeSettings } from '../../api/http/session.ts';
import type { Running } from '../../api/server.ts';
import { type TestDatabase, today } from './office.ts';
import { withOffice, withSigned } from './opened.ts';
import { askingAs, type Reply, type Signed } from './people.ts';

/** The date a number of days from today. */
export const day = (days: number): string => new Date(Date.parse(today()) + days * 864e5).toISOString().slice(0, 10);

export type Ask = (
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE',
  path: string,
  input?: unknown,
  version?: number,
) => Promise<Reply>;

/** Requests below /api/v1/programmes/{programme}, as a person or anonymously. */
export function askingIn(office: { address: string }, programme: string, who?: { cookie: string }): Ask {
  return (method, path, input, version) =>
    askingAs(office.address, who)(
      method,
      `/api/v1/programmes/${programme}${path}`,
      input ?? (method === 'GET' || method === 'DELETE' ? undefined : {}),
      version === undefined ? {} : { 'if-match': `"${version}"` },
    );
}

interface Keepers {
  database: TestDatabase;
  office: Running;
  anna: Signed;
  /** Two officials of all areas, and the public. */
  ask: Ask;
  bruno: Ask;
  anyone: Ask;
  as: (who: { cookie: string }) => Ask;
}

/** An Officina with two officials for all areas of a programme, shared by the tests of a file. */
export function withKeepers(programme: string, settings: Partial<OfficeSettings> = {}): Keepers {
  const { database, office } = withOffice({ settings });
  const official = (name: string, at: string) =>
    withSigned(database, { role: 'official', programme, name, office: at });
  const anna = official('Anna Prova', 'Ufficio prova');
  const bruno = official('Bruno Prova', 'Ufficio verifiche');
  const as = (who?: { cookie: string }) => askingIn(office, programme, who);
  return { database, office, anna, ask: as(anna), bruno: as(bruno), anyone: as(), as };
}

/** The body of a response that must be successful. */
export async function done(reply: Promise<Reply>) {
  const { status, body } = await reply;
  if (status !== 200) throw new Error(`${status} ${JSON.stringify(body)}`);
  return body;
}

/** Status, problem type and detail of a refusal; starts with `200` if it is successful. */
export async function refusal(reply: Promise<Reply>): Promise<string> {
  const { status, body } = await reply;
  return `${status} ${String(body.type ?? '').replace('urn:officina:problem:', '')} ${body.detail ?? ''}`.trim();
}

/** A draft cycle that began some weeks ago, with planned milestones. */
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

/** Adopts the current version of a draft. */
export async function adopt(ask: Ask, cycle: string, adoptedOn = day(-40)) {
  const { version } = await done(ask('GET', `/cycles/${cycle}/draft`));
  return done(ask('POST', `/cycles/${cycle}/adoption`, { adoptedOn, act: 'Delibera di prova n. 1' }, version));
}

export interface Adopted {
  area: string;
  cycle: string;
  keys: string[];
}

/** An adopted cycle with milestones in the first area. */
export async function adoptedOf(ask: Ask, milestones: Parameters<typeof draftOf>[2]): Promise<Adopted> {
  const area = await firstArea(ask);
  const draft = await draftOf(ask, area, milestones);
  await adopt(ask, draft.cycle);
  return { area, ...draft };
}

export const firstArea = async (ask: Ask): Promise<string> => (await done(ask('GET', '/areas'))).items[0].key;
