// SPDX-License-Identifier: AGPL-3.0-or-later
import type { z } from 'zod';
import type { Writer } from '../../../db/change.ts';
import type { LockedRequest } from '../../../db/platform/requests/reads.ts';
import { readSpaceBody } from '../../../db/spaces/directory/reads.ts';
import { isInCity } from '../../city/boundaries/views.ts';
import type { Text } from '../../contract.ts';
import { assertAllowed, Refused } from '../../http/refusals.rules.ts';
import { whyNotPoint } from '../../labs/directory/rules.ts';
import { type Keeping, readerOf } from '../../platform/records/views.ts';
import {
  type Asking,
  type Concluding,
  namedIn,
  type RequestKind,
  whyNotAnswered,
} from '../../platform/requests/rules.ts';
import type { createSpace } from '../directory/contract.ts';
import type { answerReport, reportSpace } from './contract.ts';

type Input<E extends { input: z.ZodType }> = z.output<E['input']>;
type NewSpace = Input<typeof createSpace> & { reports?: number };
type Reported = Input<typeof reportSpace>['report'];

/** Request and census commands a report needs; injected in rooms.ts. */
export interface Acts {
  ask: (writer: Writer, asking: Asking) => Promise<unknown>;
  lockConfirmedRequest: (
    writer: Writer,
    programmeId: number,
    requestId: number,
    kinds: RequestKind[],
  ) => Promise<LockedRequest>;
  conclude: (writer: Writer, row: LockedRequest, of: Concluding) => Promise<void>;
  create: (writer: Writer, by: Keeping, input: NewSpace) => Promise<{ key: string }>;
  addReport: (writer: Writer, by: Keeping, space: string, said: Text | undefined) => Promise<void>;
}

type Asked = Pick<Asking, 'programmeId' | 'asker' | 'publicUrl'> & { today: string; space: string | null };

/** Stores a report and mails its confirmation link. Refuses invalid locations. */
export async function report(writer: Writer, { today, space, ...asking }: Asked, content: Reported, acts: Acts) {
  const reader = { db: writer, programmeId: asking.programmeId, day: today };
  const { latitude, longitude } = content;
  assertAllowed(whyNotPoint(latitude, longitude), latitude === null ? 'report.latitude' : 'report.longitude');
  if (latitude !== null && longitude !== null)
    assertAllowed((await isInCity(reader, { latitude, longitude })) ? null : 'point-outside', 'report.latitude');
  if (space !== null && !(await readSpaceBody(reader, space)))
    throw new Refused({ code: 'invalid-parameter', errors: [{ name: 'space', reason: 'unknown-value' }] });
  await acts.ask(writer, { ...asking, kind: 'space', lab: null, space, content: { ...content } });
}

interface Answering {
  by: Keeping & { actor: { accountId: number } };
  programme: string;
  publicUrl: string;
  acts: Acts;
}

/** Existing space that an accepted report is counted for, or the new one it creates. */
async function spaceOf(
  writer: Writer,
  row: { space: string | null; content: Record<string, unknown> },
  input: Input<typeof answerReport>,
  { by, acts }: Answering,
): Promise<string> {
  const existing = input.existing ?? row.space;
  if (existing !== null) {
    await acts.addReport(writer, by, existing, input.note);
    return existing;
  }
  const { name, kind, address, latitude, longitude } = row.content as unknown as Reported;
  const told = {
    name: input.name ?? { it: name },
    kind: input.kind ?? kind ?? ('other' as const),
    ownerKind: input.ownerKind,
    blurM: input.blurM,
    ...{ address, latitude, longitude },
    reason: { it: 'Segnalazione dal pubblico', en: 'Reported by the public' },
    reports: 1,
  };
  return (await acts.create(writer, by, told)).key;
}

/** Accepts or refuses a report and mails the reporter. */
export async function answer(
  writer: Writer,
  requestId: number,
  input: Input<typeof answerReport>,
  answering: Answering,
): Promise<{ space: string | null }> {
  const { by, programme, publicUrl, acts } = answering;
  const row = await acts.lockConfirmedRequest(writer, by.programmeId, requestId, ['space']);
  const { accepted, answer: words = null } = input;
  assertAllowed(whyNotAnswered({ state: row.state, accepted, words: words !== null }), 'answer');
  const space = accepted ? await spaceOf(writer, row, input, answering) : row.space;
  const found = space ? await readSpaceBody(readerOf(writer, by), space) : undefined;
  const about = found?.name[row.language] ?? found?.name.it ?? namedIn(row.content);
  const address = `${publicUrl}/${row.language}/${programme}/spaces${space ? `/${space}` : ''}`;
  const of = { about, address, by: by.actor.accountId, ...(space ? { space } : {}) };
  await acts.conclude(writer, row, { accepted, answer: words, ...of });
  return { space };
}
