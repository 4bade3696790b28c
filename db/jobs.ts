// SPDX-License-Identifier: AGPL-3.0-or-later
import { Logger, parseCrontab, type Runner, run } from 'graphile-worker';

/** The queue tells nothing of its own; what goes wrong with a job is told by whoever runs it. */
export const quietly = new Logger(() => () => undefined);

export interface Job {
  /** When it is due, as cron says it, in UTC; without it, when something asks for it. */
  every?: string;
  work: (payload: unknown) => Promise<void>;
}

/** Runs jobs from the queue in the database, with whatever other instances do so too; returns how to stop. */
export async function startJobs(
  url: string,
  jobs: Record<string, Job>,
  onError: (job: string, error: unknown) => void,
): Promise<() => Promise<void>> {
  const names = Object.entries(jobs);
  const crontab = names.flatMap(([name, { every }]) => (every ? [`${every} ${name} ?fill=1h&max=3`] : [])).join('\n');
  const runner: Runner = await run({
    connectionString: url,
    concurrency: 2,
    maxPoolSize: 3,
    pollInterval: 5000,
    noHandleSignals: true,
    noPreparedStatements: false,
    logger: quietly,
    parsedCronItems: parseCrontab(crontab),
    taskList: Object.fromEntries(
      names.map(([name, { work }]) => [
        name,
        async (payload: unknown) => {
          await work(payload).catch((error) => {
            onError(name, error);
            throw error;
          });
        },
      ]),
    ),
  });
  // A broken connection is the queue's to mend; its end is told by the promise, which nobody else awaits.
  runner.promise.catch(() => undefined);
  return async () => {
    await runner.stop().catch(() => undefined);
  };
}
