// SPDX-License-Identifier: AGPL-3.0-or-later
import { change } from '../../../db/change.ts';
import type { OfficinaDb } from '../../../db/client.ts';
import { readDoubtful, readKept, readLast } from '../../../db/labs/freshness/reads.ts';
import * as writes from '../../../db/labs/freshness/writes.ts';
import type { Reader } from '../../../db/past.ts';
import { readRegistrars } from '../../../db/people/roles/reads.ts';
import { readAllProgrammes } from '../../../db/plan/reminders/reads.ts';
import { addMail, say, unsaid } from '../../../db/platform/mail/writes.ts';
import { doubtfulSince } from '../directory/rules.ts';
import { registerView } from '../figures/views.ts';
import { doubtLetter, dueIn, freshnessIndicator, type KeptLab, quarterLetter, quarterOf, rounded } from './rules.ts';

const recorded = { actor: 'register', reason: '' };
/** No mails are sent before this hour (programme time zone). */
const earliestHour = 7;

interface Now {
  today: string;
  hour: number;
}

const keptOf = (
  programme: string,
  row: { key: string; name: KeptLab['name']; confirmed_on: string | null },
): KeptLab => ({
  programme,
  key: row.key,
  name: row.name,
  confirmedOn: row.confirmed_on,
});

/** Mails every operator once a quarter, asking them to confirm their entries. */
async function askKeepers(db: OfficinaDb, publicUrl: string, today: string) {
  const people = Map.groupBy(await readKept(db, today), ({ account_id }) => account_id);
  for (const [accountId, rows] of people) {
    const due = dueIn(
      rows.map((row) => keptOf(row.programme, row)),
      today,
    );
    const [first] = rows;
    if (!first || due.length === 0) continue;
    const once = `all-true:${accountId}:${quarterOf(today)}`;
    const words = quarterLetter(first.language, publicUrl, due);
    await change(db, recorded, (writer) => addMail(writer, { once, recipient: first.email ?? '', ...words }));
  }
}

/**
 * Mails the register's officials the labs without confirmation for a year; each lab once until it is confirmed again.
 */
async function tellDoubts(db: OfficinaDb, publicUrl: string, reader: Reader, programme: string) {
  const labs = (await readDoubtful(reader, doubtfulSince(reader.day))).map((row) => keptOf(programme, row));
  if (labs.length === 0) return;
  const officials = await readRegistrars(db, reader.programmeId, ['official']);
  const people = officials.length > 0 ? officials : await readRegistrars(db, reader.programmeId, ['administrator']);
  const onceOf = ({ key, confirmedOn }: KeptLab) => `possibly-closed:${programme}/${key}:${confirmedOn}`;
  for (const { account_id, email, language } of people) {
    await change(db, recorded, async (writer) => {
      const onces = await unsaid(writer, account_id, labs.map(onceOf));
      const fresh = labs.filter((lab) => onces.includes(onceOf(lab)));
      if (fresh.length === 0) return;
      const words = doubtLetter(language, publicUrl, fresh);
      const mail = { once: `doubt:${account_id}:${onces[0]}`, recipient: email ?? '', ...words };
      await say(writer, account_id, onces, mail);
    });
  }
}

/** Updates the freshness indicator: adds a measurement if its value has changed. */
async function keepIndicator(db: OfficinaDb, reader: Reader) {
  const { confirmedShare } = await registerView(reader);
  if (confirmedShare === null) return;
  const value = rounded(confirmedShare);
  const last = await readLast(reader, freshnessIndicator.key);
  if (last && Number(last.value) === value) return;
  const { programmeId, day } = reader;
  await change(db, recorded, async (writer) => {
    await writes.addIndicator(writer, { programmeId, ...freshnessIndicator });
    if (last?.measured_on === day) await writes.editReading(writer, programmeId, last.key, value);
    else await writes.addReading(writer, { programmeId, indicator: freshnessIndicator.key, value, on: day });
  });
}

/** Updates the indicator of every programme with labs. */
export async function keepIndicators(db: OfficinaDb, today: string): Promise<void> {
  for (const { programme_id: programmeId } of await readAllProgrammes(db))
    await keepIndicator(db, { db, programmeId, day: today });
}

/** Freshness jobs of all programmes with labs; safe to repeat. */
export async function keepFresh(db: OfficinaDb, publicUrl: string, { today, hour }: Now): Promise<void> {
  await keepIndicators(db, today);
  if (hour < earliestHour) return;
  await askKeepers(db, publicUrl, today);
  for (const { programme_id: programmeId, key } of await readAllProgrammes(db)) {
    await tellDoubts(db, publicUrl, { db, programmeId, day: today }, key);
  }
}
