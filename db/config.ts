// SPDX-License-Identifier: AGPL-3.0-or-later
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

export interface Config {
  port: number;
  databaseUrl: string | undefined;
  dataFolder: string;
  timezone: string;
  /** The page is served by Vite: set by `npm run dev` alone. */
  development: boolean;
}

/** Stops a start-up with one line for the person at the console. */
export class StartRefused extends Error {}

export const projectFolder = dirname(dirname(fileURLToPath(import.meta.url)));

/** The only place where the environment is read; a wrong value is refused with the variable's name. */
export function readConfig(env: NodeJS.ProcessEnv = process.env): Config {
  return {
    port: readPort(env.PORT),
    databaseUrl: readDatabaseUrl(env.DATABASE_URL),
    dataFolder: resolve(env.OFFICINA_DATA || join(projectFolder, '.data')),
    timezone: readTimezone(env.OFFICINA_TIMEZONE),
    development: env.OFFICINA_DEVELOPMENT === '1',
  };
}

function readPort(value: string | undefined): number {
  const port = value ? Number(value) : 8080;
  if (!Number.isInteger(port) || port < 0 || port > 65535) {
    throw new StartRefused(`PORT must be a whole number from 0 to 65535, not "${value}".`);
  }
  return port;
}

function readDatabaseUrl(value: string | undefined): string | undefined {
  if (!value) return undefined;
  if (!URL.canParse(value) || !/^postgres(ql)?:$/.test(new URL(value).protocol)) {
    throw new StartRefused('DATABASE_URL must look like postgres://user:password@host:5432/database.');
  }
  return value;
}

function readTimezone(value: string | undefined): string {
  const zone = value || 'Europe/Rome';
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone;
  } catch {
    throw new StartRefused(`OFFICINA_TIMEZONE must be a time zone such as Europe/Rome, not "${zone}".`);
  }
}

const minuteMs = 60_000;

/** Tells today's civil date where the programme lives. Days begin on a full minute everywhere, so it looks once a minute. */
export function civilClock(timezone: string): () => string {
  const format = new Intl.DateTimeFormat('sv-SE', { timeZone: timezone, dateStyle: 'short' });
  let minute = -1;
  let day = '';
  return () => {
    const now = Math.floor(Date.now() / minuteMs);
    if (now !== minute) {
      minute = now;
      day = format.format(now * minuteMs);
    }
    return day;
  };
}
