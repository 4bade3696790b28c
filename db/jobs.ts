// SPDX-License-Identifier: AGPL-3.0-or-later
import { Logger, parseCrontab, type Runner, run } from 'graphile-worker';

/** The queue logs nothing itself; job failures are reported by the caller. */
export const quietly = new Logger(() => () => undefined);

export interface Job {
  /** Cron schedule in UTC; without it, the job runs on request only. */
  every?: string;
  work: (payload: unknown) => Promise<void>;
}

const againMs = 1000;

/**
 * Runs jobs from the queue in the database, shared with other instances. The queue gives up after ten failed queries:
 * it is started again until it runs. Returns the stop function.
 */
export async function startJobs(
  url: string,
  jobs: Record<string, Job>,
  onError: (job: string, error: unknown) => void,
): Promise<() => Promise<void>> {
  const names = Object.entries(jobs);
  const crontab = names.flatMap(([name, { every }]) => (every ? [`${every} ${name} ?fill=1h&max=3`] : [])).join('\n');
  const work = (name: string, job: Job) => async (payload: unknown) => {
    await job.work(payload).catch((error) => {
      onError(name, error);
      throw error;
    });
  };
  const begin = () =>
    run({
      connectionString: url,
      concurrency: 2,
      maxPoolSize: 3,
      pollInterval: 5000,
      noHandleSignals: true,
      noPreparedStatements: false,
      logger: quietly,
      parsedCronItems: parseCrontab(crontab),
      taskList: Object.fromEntries(names.map(([name, job]) => [name, work(name, job)])),
    });
  let stopped = false;
  let runner: Runner | undefined;
  const keepRunning = async (first: Runner) => {
    runner = first;
    while (!stopped) {
      await runner?.promise.catch(() => undefined);
      if (stopped) return;
      await new Promise((done) => setTimeout(done, againMs).unref());
      runner = await begin().catch(() => undefined);
    }
    await runner?.stop().catch(() => undefined);
  };
  void keepRunning(await begin());
  return async () => {
    stopped = true;
    await runner?.stop().catch(() => undefined);
  };
}
