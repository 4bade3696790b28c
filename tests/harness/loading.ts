// SPDX-License-Identifier: AGPL-3.0-or-later
import type { ReplyOf } from '../../api/contract.ts';
import type { importLabs } from '../../api/labs/import/contract.ts';

export interface SentLabs {
  format?: string;
  query?: string;
  apply?: boolean;
  who?: { cookie: string };
  language?: string;
}

/** Uploads lab files to a programme. */
export function loadingLabs(office: { address: string }, programme: string, anna: { cookie: string }) {
  return async (body: string | Uint8Array<ArrayBuffer>, of: SentLabs = {}) => {
    const { format = 'okw', query = '', apply = false, who = anna, language = 'en' } = of;
    const path = `/api/v1/programmes/${programme}/lab-imports?format=${format}&apply=${apply}${query}`;
    const headers = { cookie: who.cookie, origin: office.address, 'accept-language': language };
    const reply = await fetch(office.address + path, { method: 'PUT', headers, body });
    type Body = ReplyOf<typeof importLabs> & { errors: { name: string; reason: string }[]; title: string };
    return { status: reply.status, body: (await reply.json()) as Body };
  };
}
