// SPDX-License-Identifier: AGPL-3.0-or-later
import { type Drilled, drill, dropConnections, killPostmaster, openSite, untilReady } from '../harness/outage.ts';

const writers = 8;
const pause = (ms: number) => new Promise((done) => setTimeout(done, ms));

/** Writes under 50 drops of all connections, 20 kills of the database server and 50 kills of the service. */
export async function measureOutages() {
  const site = await openSite();
  const measured: Record<string, Drilled & { slowestMs: number }> = {};
  const run = async (name: string, count: number, disturb: () => Promise<unknown>) => {
    let slowestMs = 0;
    const drilled = await drill(site, writers, async () => {
      for (let time = 0; time < count; time += 1) {
        await pause(150);
        await disturb();
        await pause(50);
        slowestMs = Math.max(slowestMs, await untilReady(site));
      }
    });
    measured[name] = { ...drilled, slowestMs };
    console.log(`${name}: ${JSON.stringify(measured[name])}`);
  };
  try {
    await run('50 × all connections dropped', 50, () => dropConnections(site));
    await run('20 × database server killed', 20, async () => killPostmaster(site));
    await run('50 × service killed', 50, () => site.kill());
  } finally {
    await site.close();
  }
  return measured;
}
