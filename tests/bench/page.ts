// SPDX-License-Identifier: AGPL-3.0-or-later
import { gzipSync } from 'node:zlib';
import pino from 'pino';
import { loadPage } from '../../api/http/page.ts';
import { startServer } from '../../api/server.ts';
import { civilClock, readConfig } from '../../db/config.ts';
import { openChromium } from '../harness/chromium.ts';

const slowdown = 4;
const rounds = 3;
/** Total blocking time counts only the part of a task beyond this. */
const freeMs = 50;
const settleMs = 3000;

/** First view of the overview in Chromium: gzipped JavaScript before charts, and median total blocking time. */
export async function measurePage(url: string, programme: string): Promise<{ scriptKb: number; blockingMs: number }> {
  const office = await startServer({
    settings: readConfig({}),
    databaseUrl: url,
    timezone: 'Europe/Rome',
    port: 0,
    today: civilClock('Europe/Rome'),
    version: 'bench',
    logger: pino({ level: 'silent' }),
    page: await loadPage(),
  });
  const browser = await openChromium();
  const blocking: number[] = [];
  let scriptKb = 0;
  for (let round = 0; round < rounds; round += 1) {
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
    const page = await context.newPage();
    const bodies: Promise<number>[] = [];
    page.on('response', (reply) => {
      if (/\.js(\?|$)/.test(reply.url())) bodies.push(reply.body().then((body) => gzipSync(body).length));
    });
    await page.addInitScript(() => {
      const tasks: number[] = [];
      Object.assign(window, { tasks });
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) tasks.push(entry.duration);
      }).observe({ type: 'longtask', buffered: true });
    });
    const session = await context.newCDPSession(page);
    await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
    await page.goto(`${office.address}/it/${programme}`);
    await page.waitForSelector('main h1');
    const sizes = await Promise.all([...bodies]);
    scriptKb = sizes.reduce((sum, size) => sum + size, 0) / 1000;
    await page.waitForTimeout(settleMs);
    const tasks = await page.evaluate(() => (window as unknown as { tasks: number[] }).tasks);
    blocking.push(tasks.reduce((sum, task) => sum + Math.max(0, task - freeMs), 0));
    await context.close();
  }
  await browser.close();
  await office.stop();
  return { scriptKb, blockingMs: blocking.sort((a, b) => a - b)[Math.floor(rounds / 2)] ?? 0 };
}
