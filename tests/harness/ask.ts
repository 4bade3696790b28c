// SPDX-License-Identifier: AGPL-3.0-or-later
import { z } from 'zod';
import type { AnyEndpoint, ReplyOf } from '../../api/contract.ts';

/** Asks a running Officina and refuses any reply that its contract does not describe. */
export function asking(address: string, programme: string) {
  const prefix = `${address}/api/v1/programmes/${programme}`;
  return async <E extends AnyEndpoint>(endpoint: E, path: string): Promise<ReplyOf<E>> => {
    const reply = await fetch(prefix + path);
    if (reply.status !== 200) throw new Error(`${path}: ${reply.status} ${await reply.text()}`);
    return z
      .strictObject(endpoint.reply instanceof z.ZodObject ? endpoint.reply.shape : {})
      .parse(await reply.json()) as ReplyOf<E>;
  };
}

export async function problemAt(address: string, path: string, language = 'en') {
  const reply = await fetch(address + path, { headers: { 'accept-language': language } });
  const body = (await reply.json()) as {
    status: number;
    title: string;
    type: string;
    detail: string;
    errors: { name: string; reason: string }[];
  };
  return { status: reply.status, type: reply.headers.get('content-type'), body };
}

/** Waits until `holds` does, asking again and again; gives the last answer up to the test's own time limit. */
export async function until<T>(ask: () => Promise<T>, holds: (answer: T) => boolean): Promise<T> {
  for (;;) {
    const answer = await ask();
    if (holds(answer)) return answer;
    await new Promise((done) => setTimeout(done, 20));
  }
}
