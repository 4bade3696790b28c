// SPDX-License-Identifier: AGPL-3.0-or-later
import { type ChildProcess, spawn } from 'node:child_process';
import type { AddressInfo } from 'node:net';
import { sql } from 'kysely';
import { SMTPServer } from 'smtp-server';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createTransport, deliver } from '../../../api/platform/mail/commands.ts';
import { change } from '../../../db/change.ts';
import { projectFolder } from '../../../db/config.ts';
import { addMail } from '../../../db/platform/mail/writes.ts';
import { until } from '../../harness/ask.ts';
import { startOffice } from '../../harness/office.ts';
import { withDatabase } from '../../harness/opened.ts';
import { askingAs, signIn } from '../../harness/people.ts';

const database = withDatabase();
let smtp: SMTPServer;
let smtpUrl: string;
let received: string[] = [];
/** Hook of the mail server after it has received a message and before it acknowledges it. */
let onLetter: () => Error | undefined;
beforeAll(async () => {
  smtp = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData: (stream, _session, done) => {
      let text = '';
      stream.on('data', (chunk) => {
        text += chunk;
      });
      stream.on('end', () => {
        const refused = onLetter();
        if (!refused) received.push(text);
        done(refused);
      });
    },
  });
  smtp.listen(0, '127.0.0.1');
  await new Promise((done) => smtp.server.once('listening', done));
  smtpUrl = `smtp://127.0.0.1:${(smtp.server.address() as AddressInfo).port}`;
});
beforeEach(async () => {
  // Mails left by other tests.
  await sql`select graphile_worker.complete_jobs(array(select id from graphile_worker.jobs))`.execute(database.db);
  received = [];
  onLetter = () => undefined;
});
const children: ChildProcess[] = [];
afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
});
afterAll(async () => {
  await new Promise<void>((done) => smtp.close(() => done()));
});

async function announce(once: string): Promise<number> {
  await change(database.db, { actor: 'test', reason: '' }, (writer) =>
    addMail(writer, { once, recipient: 'chi@comune.example', subject: once, body: 'Parole.' }),
  );
  const { rows } = await sql<{ id: number }>`select mail_id as id from access.mail where once = ${once}`.execute(
    database.db,
  );
  return rows[0]?.id ?? 0;
}

const mailOf = async (id: number) =>
  (
    await sql<{ begun: boolean; sent: boolean; failure: string | null; body: string }>`
      select begun_at is not null as begun, sent_at is not null as sent, failure, body from access.mail where mail_id = ${id}`.execute(
      database.db,
    )
  ).rows[0];

const sending = () => ({ transport: createTransport(smtpUrl), from: 'Officina <officina@comune.example>' });

describe('a mail', () => {
  test('is sent with its content through the mail server, and its secret is deleted afterwards', async () => {
    const office = await startOffice(database, false, { smtpUrl }, true);
    const { email } = await signIn(database);
    expect((await askingAs(office.address)('POST', '/api/v1/access/links', { email })).status).toBe(200);
    await until(
      async () => received,
      (letters) => letters.length > 0,
    );
    expect(received[0]).toContain(`To: ${email}`);
    expect(received[0]).toContain('/it/sign-in#');
    const { rows } = await until(
      () =>
        sql<{
          body: string;
          sent: boolean;
        }>`select body, sent_at is not null as sent from access.mail where recipient = ${email}`.execute(database.db),
      (answer) => answer.rows[0]?.sent === true,
    );
    expect(rows).toEqual([{ body: '', sent: true }]);
    await office.stop();
  });

  test('is not created if the transaction it belongs to fails', async () => {
    const undone = change(database.db, { actor: 'test', reason: '' }, async (writer) => {
      await addMail(writer, { once: 'undone', recipient: 'a@b.example', subject: 'x', body: 'y' });
      throw new Error('undone');
    });
    await expect(undone).rejects.toThrow('undone');
    const { rows } = await sql<{ n: number }>`select (select count(*) from access.mail where once = 'undone')
      + (select count(*) from graphile_worker.jobs where key = 'mail-undone') as n`.execute(database.db);
    expect(rows[0]?.n).toBe(0);
  });

  test('about the same event is created once', async () => {
    await announce('twice');
    await announce('twice');
    const { rows } = await sql<{ n: number }>`select count(*) as n from access.mail where once = 'twice'`.execute(
      database.db,
    );
    expect(rows[0]?.n).toBe(1);
  });

  test('refused by the server is retried with the reason recorded', async () => {
    onLetter = () => Object.assign(new Error('mailbox busy'), { responseCode: 451 });
    const id = await announce('refused');
    await expect(deliver(database.db, sending(), id)).rejects.toThrow(/mailbox busy/);
    expect(await mailOf(id)).toMatchObject({
      begun: false,
      sent: false,
      failure: expect.stringContaining('mailbox busy'),
    });
    onLetter = () => undefined;
    await deliver(database.db, sending(), id);
    expect(await mailOf(id)).toMatchObject({ begun: true, sent: true });
    expect(received).toHaveLength(1);
  });

  test('is delivered once by two concurrent workers', async () => {
    const id = await announce('both');
    await Promise.all([deliver(database.db, sending(), id), deliver(database.db, sending(), id)]);
    expect(received).toHaveLength(1);
  });

  test('that is too old is not sent when a mail server is configured later', async () => {
    const id = await announce('old');
    await sql`update access.mail set made_at = now() - interval '25 hours' where mail_id = ${id}`.execute(database.db);
    await deliver(database.db, sending(), id);
    expect(received).toHaveLength(0);
  });
});

/** A worker in its own process, so that it can be killed. */
function startWorker(): ChildProcess {
  const script = `
    import { startJobs } from './db/jobs.ts';
    import { connect } from './db/client.ts';
    import { createTransport, deliver } from './api/platform/mail/commands.ts';
    const { db } = connect(process.env.URL, 'Europe/Rome', 2);
    const transport = createTransport(process.env.SMTP);
    const work = ({ mail }) => deliver(db, { transport, from: 'officina@comune.example' }, mail);
    await startJobs(process.env.URL, { mail: { work } }, () => undefined);`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
    cwd: projectFolder,
    env: { PATH: process.env.PATH, URL: database.url, SMTP: smtpUrl },
    stdio: 'ignore',
  });
  children.push(child);
  return child;
}

test('sends no duplicate if the worker dies between sending and recording', async () => {
  const worker = startWorker();
  const died = new Promise((done) => worker.once('exit', done));
  onLetter = () => {
    // The server has the message; the worker never receives the acknowledgement.
    worker.kill('SIGKILL');
    return undefined;
  };
  const id = await announce('killed');
  await died;
  await until(
    async () => received,
    (letters) => letters.length === 1,
  );
  expect(await mailOf(id)).toMatchObject({ begun: true, sent: false });
  // Release the dead worker's job (the queue does this after four hours); another worker takes it.
  onLetter = () => undefined;
  const locked = () =>
    sql<{ locked: string | null; attempts: number }>`
    select locked_by as locked, attempts from graphile_worker.jobs where key = ${`mail-${id}`}`.execute(database.db);
  const dead = (await locked()).rows[0]?.locked ?? '';
  expect(dead).not.toBe('');
  await sql`select graphile_worker.force_unlock_workers(array[${dead}])`.execute(database.db);
  startWorker();
  await until(locked, ({ rows }) => rows.length === 0);
  expect(received).toHaveLength(1);
});
