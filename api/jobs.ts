// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Logger } from 'pino';
import { change } from '../db/change.ts';
import type { OfficinaDb } from '../db/client.ts';
import { type Job, startJobs } from '../db/jobs.ts';
import { forgetOld } from '../db/people/accounts/writes.ts';
import { forgetReplies } from '../db/platform/requests/replied.writes.ts';
import { forgetOldRequests } from '../db/platform/requests/writes.ts';
import { repliedHours } from './http/once.ts';
import type { OfficeSettings } from './http/session.ts';
import { keepFresh, keepIndicators } from './labs/freshness/commands.ts';
import { remindOfRequests } from './labs/proposals/commands.ts';
import { warnOfBroken } from './labs/qualification/commands.ts';
import { dueChecks } from './money/awards/views.ts';
import { type Now, remindEveryone } from './plan/reminders/commands.ts';
import { createTransport, deliver } from './platform/mail/commands.ts';

interface Parts {
  db: OfficinaDb;
  databaseUrl: string;
  settings: OfficeSettings;
  logger: Logger;
  /** Public base URL for links in mails. */
  address: string;
  now: () => Now;
}

/** Background jobs. Without a mail server, mails stay queued and are shown in the local outbox. */
export async function startWork({
  db,
  databaseUrl,
  settings,
  logger,
  address,
  now,
}: Parts): Promise<() => Promise<void>> {
  const { smtpUrl, mailFrom } = settings;
  const jobs: Record<string, Job> = {
    forget: {
      every: '17 3 * * *',
      work: () =>
        change(db, { actor: 'forget', reason: '' }, async (writer) => {
          await forgetOld(writer);
          await forgetReplies(writer, repliedHours);
          await forgetOldRequests(writer, { unconfirmedDays: 7, answeredDays: 365 });
        }),
    },
    remind: {
      every: '2 * * * *',
      work: async () => {
        await remindEveryone(db, settings.publicUrl ?? address, now(), dueChecks);
        await remindOfRequests(db, settings.publicUrl ?? address);
      },
    },
  };
  jobs.fresh = {
    every: '12 * * * *',
    work: async () => {
      await keepFresh(db, settings.publicUrl ?? address, now());
      await warnOfBroken(db, settings.publicUrl ?? address, now().today);
    },
  };
  if (smtpUrl) {
    const transport = createTransport(smtpUrl);
    const mail: Job['work'] = (payload) =>
      deliver(db, { transport, from: mailFrom }, (payload as { mail: number }).mail);
    jobs.mail = { work: mail };
  }
  // A mail server's message may contain personal data; its code does not.
  const failed = (job: string, error: unknown) =>
    logger.error({ job, code: (error as { code?: string }).code }, 'a job failed');
  // Computes automatic indicators at start, so that the first page shows them.
  await keepIndicators(db, now().today).catch((error) => failed('fresh', error));
  return startJobs(databaseUrl, jobs, failed);
}
