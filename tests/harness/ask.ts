// SPDX-License-Identifier: AGPL-3.0-or-later
import { z } from 'zod';
import type { AnyEndpoint, ReplyOf } from '../../api/contract.ts';

/** Requests a running Officina and fails on responses that do not match the contract. */
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

/** Polls until `holds` is true; returns the last response, up to the test's timeout. */
export async function until<T>(ask: () => Promise<T>, holds: (answer: T) => boolean): Promise<T> {
  for (;;) {
    const answer = await ask();
    if (holds(answer)) return answer;
    await new Promise((done) => setTimeout(done, 20));
  }
}

/** The OpenAPI document, its paths as they are asked for. */
export async function readOpenApi<D extends { paths: Record<string, unknown> }>(address: string): Promise<D> {
  const document = (await (await fetch(`${address}/api/v1/openapi.json`)).json()) as D;
  const paths = Object.fromEntries(Object.entries(document.paths).map(([path, of]) => [`/api/v1${path}`, of]));
  return { ...document, paths };
}
