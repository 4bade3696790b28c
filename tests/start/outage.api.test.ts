// SPDX-License-Identifier: AGPL-3.0-or-later
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { drill, dropConnections, killPostmaster, openSite, type Site, untilReady } from '../harness/outage.ts';

const writers = 8;
const pause = (ms: number) => new Promise((done) => setTimeout(done, ms));
const times = async (count: number, work: () => Promise<void>) => {
  for (let time = 0; time < count; time += 1) await work();
};

let site: Site;
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site.close());

describe('no acknowledged write is lost or doubled, and nobody has to do anything,', () => {
  test('when connections to the database are dropped', async () => {
    const drilled = await drill(site, writers, () =>
      times(20, async () => {
        await pause(60);
        await dropConnections(site);
      }),
    );
    expect(drilled).toMatchObject({ lost: 0, doubled: 0 });
    expect(drilled.answered).toBeGreaterThan(0);
    expect(drilled.statuses.filter((status) => ![200, 503].includes(status))).toEqual([]);
  });

  test('when the embedded database server is killed, with one line in the log for each outage', async () => {
    await untilReady(site);
    site.log.length = 0;
    const kills = 3;
    const drilled = await drill(site, writers, () =>
      times(kills, async () => {
        await pause(300);
        killPostmaster(site);
        await pause(300);
        await untilReady(site);
      }),
    );
    expect(drilled).toMatchObject({ lost: 0, doubled: 0 });
    expect(drilled.statuses.filter((status) => ![200, 503].includes(status))).toEqual([]);
    expect(site.log.filter((line) => line.includes('connection for news'))).toHaveLength(kills);
    expect(site.log.filter((line) => line.includes('a request failed'))).toEqual([]);
  });

  test('when the service itself is killed', async () => {
    const drilled = await drill(site, writers, () =>
      times(2, async () => {
        await pause(200);
        await site.kill();
        await untilReady(site);
      }),
    );
    expect(drilled).toMatchObject({ lost: 0, doubled: 0 });
  });
});
