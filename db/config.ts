// SPDX-License-Identifier: AGPL-3.0-or-later
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

export interface Config {
  port: number;
  /** Address to listen on: this machine only by default. */
  host: string;
  /** Addresses of proxies whose forwarding headers are trusted. */
  proxies: string[];
  databaseUrl: string | undefined;
  dataFolder: string;
  timezone: string;
  /** Public base URL for links in mails. If undefined, the address of the request is used. */
  publicUrl: string | undefined;
  /** Mail server; without one, mails are shown in the local outbox. */
  smtpUrl: string | undefined;
  mailFrom: string;
  provider: Provider | undefined;
  /** Folder for evidence files and their maximum size. */
  files: { folder: string; mostBytes: number };
  /** True if Vite serves the page; set by `npm run dev` only. */
  development: boolean;
  /** True if npm runs the process, which npm does not stop when it is stopped itself. */
  underNpm: boolean;
}

/** OpenID Connect provider for sign-in. */
export interface Provider {
  issuer: string;
  clientId: string;
  clientSecret: string | undefined;
  /** Provider name shown on the sign-in page. */
  name: string;
  /** Claims with name and e-mail address. */
  claims: { name: string; email: string };
  /** Accepted levels of assurance (acr); empty accepts any. */
  acr: string[];
}

/** Aborts the start with one line on the console. */
export class StartRefused extends Error {}

export const projectFolder = dirname(dirname(fileURLToPath(import.meta.url)));

const isLoopback = (host: string) => /^(localhost|127\.\d+\.\d+\.\d+|::1)$/.test(host);

/**
 * Reads the environment; no other module does. An invalid value or a combination that would let strangers in is refused
 * with the variable's name.
 */
export function readConfig(env: NodeJS.ProcessEnv = process.env): Config {
  const config = readValues(env);
  if (config.smtpUrl && !config.publicUrl)
    throw new StartRefused(
      'OFFICINA_SMTP needs OFFICINA_URL: links in mails must not follow the address of a request.',
    );
  if (!isLoopback(config.host) && !config.publicUrl)
    throw new StartRefused(
      `HOST=${config.host} needs OFFICINA_URL, the public address as https://officina.comune.example.`,
    );
  return config;
}

/** Settings that work but are risky, each in one line for the console. */
export function risksOf({ publicUrl, provider, databaseUrl, smtpUrl }: Config): string[] {
  const risks: string[] = [];
  if (publicUrl?.startsWith('http:'))
    risks.push(
      'OFFICINA_URL is http: sign-in cookies travel unencrypted. Put a proxy with TLS in front and use https.',
    );
  if (publicUrl && !smtpUrl) risks.push('OFFICINA_SMTP is not set: no mail leaves, and nobody can sign in by link.');
  if (provider?.issuer.startsWith('http:'))
    risks.push('OFFICINA_OIDC_ISSUER is http: whoever is in between can sign in as anybody.');
  if (databaseUrl && new URL(databaseUrl).username === 'postgres')
    risks.push('DATABASE_URL signs in as postgres: give Officina a user of its own.');
  return risks;
}

function readValues(env: NodeJS.ProcessEnv): Config {
  return {
    port: readPort(env.PORT),
    host: env.HOST || '127.0.0.1',
    proxies: (env.OFFICINA_PROXY || 'loopback').split(/[\s,]+/).filter(Boolean),
    databaseUrl: readDatabaseUrl(env.DATABASE_URL),
    dataFolder: resolve(env.OFFICINA_DATA || join(projectFolder, '.data')),
    timezone: readTimezone(env.OFFICINA_TIMEZONE),
    publicUrl: readUrl(env, 'OFFICINA_URL', /^https?:$/, 'https://officina.comune.example')?.replace(/\/$/, ''),
    smtpUrl: readUrl(env, 'OFFICINA_SMTP', /^smtps?:$/, 'smtp://user:password@mail.comune.example:587'),
    mailFrom: env.OFFICINA_MAIL_FROM || 'Officina <officina@localhost>',
    provider: readProvider(env),
    files: {
      folder: join(resolve(env.OFFICINA_DATA || join(projectFolder, '.data')), 'files'),
      mostBytes: readMegabytes(env.OFFICINA_EVIDENCE_MB) * 1_000_000,
    },
    development: env.OFFICINA_DEVELOPMENT === '1',
    underNpm: env.npm_lifecycle_event === 'start',
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

function readUrl(env: NodeJS.ProcessEnv, name: string, protocol: RegExp, like: string): string | undefined {
  const value = env[name];
  if (!value) return undefined;
  if (!URL.canParse(value) || !protocol.test(new URL(value).protocol)) {
    throw new StartRefused(`${name} must look like ${like}.`);
  }
  return value;
}

/** OpenID Connect requires issuer and client; everything else has defaults. */
function readProvider(env: NodeJS.ProcessEnv): Provider | undefined {
  const issuer = readUrl(env, 'OFFICINA_OIDC_ISSUER', /^https?:$/, 'https://id.comune.example');
  if (!issuer) return undefined;
  const clientId = env.OFFICINA_OIDC_CLIENT;
  if (!clientId)
    throw new StartRefused('OFFICINA_OIDC_ISSUER needs OFFICINA_OIDC_CLIENT, the name of this client there.');
  return {
    issuer,
    clientId,
    clientSecret: env.OFFICINA_OIDC_SECRET || undefined,
    name: env.OFFICINA_OIDC_NAME || new URL(issuer).host,
    claims: { name: env.OFFICINA_OIDC_CLAIM_NAME || 'name', email: env.OFFICINA_OIDC_CLAIM_EMAIL || 'email' },
    acr: (env.OFFICINA_OIDC_ACR ?? '').split(/\s+/).filter(Boolean),
  };
}

function readMegabytes(value: string | undefined): number {
  const megabytes = value ? Number(value) : 20;
  if (!Number.isInteger(megabytes) || megabytes < 1 || megabytes > 1000) {
    throw new StartRefused(`OFFICINA_EVIDENCE_MB must be a whole number from 1 to 1000, not "${value}".`);
  }
  return megabytes;
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

/**
 * Current civil date in the programme's time zone. Refreshed once a minute, since days start on a full minute
 * everywhere.
 */
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

/** Current hour in the programme's time zone, 0 to 23. */
export function cityHour(timezone: string): number {
  const hour = new Intl.DateTimeFormat('en-GB', { timeZone: timezone, hour: '2-digit', hourCycle: 'h23' });
  return Number(hour.format(Date.now()));
}
