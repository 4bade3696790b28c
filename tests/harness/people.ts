// SPDX-License-Identifier: AGPL-3.0-or-later
import { randomUUID } from 'node:crypto';
import type { Role } from '../../api/http/rights.rules.ts';
import { hashOf, newToken } from '../../api/http/session.ts';
import { change } from '../../db/change.ts';
import { findProgrammeId } from '../../db/city/programmes/reads.ts';
import type { OfficinaDb } from '../../db/client.ts';
import { addAccount, addSession } from '../../db/people/accounts/writes.ts';
import { addRole } from '../../db/people/roles/writes.ts';

export interface Signed {
  accountId: number;
  email: string;
  /** Cookie header of the session. */
  cookie: string;
}

interface Whom {
  /** Omitted: a person with an account and no role. */
  role?: Role;
  /** Omitted: an administrator of every programme. */
  programme?: string;
  areas?: string[];
  /** Labs of an operator; omitted: all labs of the programme. */
  labs?: string[];
  office?: string;
  name?: string;
  nameIsPublic?: boolean;
  language?: 'it' | 'en';
}

/** A person with an account, a role and a session, inserted directly into the database. */
export async function signIn(database: { db: OfficinaDb }, whom: Whom = {}): Promise<Signed> {
  const token = newToken();
  const email = `${randomUUID()}@comune.example`;
  const programmeId = whom.programme ? await findProgrammeId(database.db, whom.programme) : undefined;
  const accountId = await change(database.db, { actor: 'test', reason: '' }, async (writer) => {
    const account = await addAccount(writer, {
      name: whom.name ?? 'Anna Prova',
      email,
      language: whom.language ?? 'it',
    });
    await addSession(writer, { hash: hashOf(token), accountId: account, means: 'link', device: 'test', days: 1 });
    if (whom.role)
      await addRole(writer, {
        account_id: account,
        programme_id: programmeId ?? null,
        role: whom.role,
        areas: whom.areas ?? null,
        labs: whom.labs ?? null,
        organisation: null,
        office: whom.office ?? 'Ufficio di prova',
        name_is_public: whom.nameIsPublic ?? false,
        granted_by: null,
      });
    return account;
  });
  return { accountId, email, cookie: `officina_session=${token}` };
}

export interface Reply {
  status: number;
  headers: Headers;
  /** The parsed body, untyped: each test knows its endpoint. */
  body: ReturnType<typeof JSON.parse>;
}

/** The problem code of a refusal; otherwise the status. */
export async function ruleOf(reply: Promise<{ status: number; body: { rule?: string } }>): Promise<string> {
  const { status, body } = await reply;
  return body.rule ?? String(status);
}

/** Requests as a person or anonymously; `path` begins with /api. Writes send the same-origin headers. */
export function askingAs(address: string, who?: { cookie: string }) {
  return async (
    method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE',
    path: string,
    input?: unknown,
    headers: Record<string, string> = {},
  ): Promise<Reply> => {
    const reply = await fetch(address + path, {
      method,
      redirect: 'manual',
      headers: {
        'accept-language': 'en',
        ...(method === 'GET' ? {} : { origin: address, 'content-type': 'application/json' }),
        ...(who ? { cookie: who.cookie } : {}),
        ...headers,
      },
      ...(method === 'GET' || input === undefined ? {} : { body: JSON.stringify(input) }),
    });
    const text = await reply.text();
    const isJson = reply.headers.get('content-type')?.includes('json');
    return { status: reply.status, headers: reply.headers, body: isJson ? JSON.parse(text) : text };
  };
}

/** A minimal cookie jar across requests. */
export function createJar() {
  const cookies = new Map<string, string>();
  return {
    take: (headers: Headers) => {
      for (const line of headers.getSetCookie()) {
        const [pair = ''] = line.split(';');
        const [name = '', value = ''] = pair.split('=');
        if (value === '' || /expires=Thu, 01 Jan 1970/i.test(line)) cookies.delete(name);
        else cookies.set(name, value);
      }
    },
    get cookie() {
      return [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    },
    get: (name: string) => cookies.get(name),
  };
}
