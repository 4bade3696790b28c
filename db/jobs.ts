// SPDX-License-Identifier: AGPL-3.0-or-later
import { Logger, parseCrontab, type Runner, run } from 'graphile-worker';

/** The queue logs nothing itself; job failures are reported by the caller. */
export const quietly = new Logger(() => () => undefined);

export interface Job {
  /** Cron schedule in UTC; without it, the job runs on request only. */
  every?: string;
  work: (payload: unknown) => Promise<void>;
}

/** Runs jobs from the queue in the database, shared with other instances. Returns the stop function. */
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
  // The queue reconnects by itself; its end is reported by a promise that nothing else awaits.
  runner.promise.catch(() => undefined);
  return async () => {
    await runner.stop().catch(() => undefined);
  };
}
