// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest';
import type { OfficeSettings } from '../../api/http/session.ts';
import type { Running } from '../../api/server.ts';
import { openChromium } from './chromium.ts';
import { openDatabase, startOffice, type TestDatabase } from './office.ts';
import { type Signed, signIn } from './people.ts';

/** Whether a resource is opened once per file or for each test. */
type Span = 'file' | 'test';

/** Opens a resource before the tests and closes it afterwards; returns a proxy for use until then. */
function opened<T extends object>(open: () => Promise<T>, close: (it: T) => Promise<unknown>, span: Span = 'file'): T {
  let resource: T | undefined;
  const [before, after] = span === 'file' ? [beforeAll, afterAll] : [beforeEach, afterEach];
  before(async () => {
    resource = await open();
  });
  after(async () => {
    if (resource) await close(resource);
    resource = undefined;
  });
  const get = (_: object, name: string | symbol) => {
    if (!resource) throw new Error(`${String(name)} is asked for before the tests began`);
    const value = Reflect.get(resource, name);
    return typeof value === 'function' ? value.bind(resource) : value;
  };
  return new Proxy({}, { get }) as T;
}

export const withDatabase = (template: 'empty' | 'loaded' = 'loaded', span: Span = 'file'): TestDatabase =>
  opened(
    () => openDatabase(template),
    (database) => database.drop(),
    span,
  );

interface Office {
  /** A second instance on the same database. */
  database?: TestDatabase;
  template?: 'empty' | 'loaded';
  span?: Span;
  page?: boolean;
  settings?: Partial<OfficeSettings>;
}

/** An Officina for the tests of a file, with its own database. */
export function withOffice(of: Office = {}): { database: TestDatabase; office: Running } {
  const { template, span, page, settings } = of;
  const database = of.database ?? withDatabase(template, span);
  const office = opened(
    () => startOffice(database, page, settings),
    (running) => running.stop(),
    span,
  );
  return { database, office };
}

/** The same with the built page and a Chromium. */
export function withBrowser(): { database: TestDatabase; office: Running; browser: Browser } {
  const running = withOffice({ page: true });
  // Close the browser before the server, which waits for open event streams.
  const browser = opened(openChromium, (it) => it.close());
  return { ...running, browser };
}

/** A signed-in person, shared by all tests of a file. */
export const withSigned = (database: TestDatabase, whom: Parameters<typeof signIn>[1]): Signed =>
  opened(
    () => signIn(database, whom),
    async () => undefined,
  );
