// SPDX-License-Identifier: AGPL-3.0-or-later
import { useState } from 'react';
import type { AnyEndpoint, InputOf, Method, ParamsOf } from '../../../api/contract.ts';
import type { editLab, readContact } from '../../../api/labs/editing/contract.ts';
import { Problem } from '../../http.ts';
import { useReading } from '../../reading.ts';
import { useActingOn, useSending } from '../../sending.ts';
import { useAccount } from '../../session.ts';
import { useAddress } from '../../ui/address.ts';
import { sendLater } from '../../unsent.ts';
import type { Lab } from '../directory/queries.ts';

const room = '/api/v1/programmes/{programme}/labs/{lab}';

export const useContact = (lab: string) => useReading<typeof readContact>(`${room}/contact`, { lab }, {});

type Written<E extends AnyEndpoint> = { params?: ParamsOf<E>; input?: InputOf<E> };

/** Without a connection a write is queued and treated as successful. */
function useLater() {
  const who = useAccount()?.email ?? '';
  return async (attempt: Promise<unknown>, write: Omit<Parameters<typeof sendLater>[0], 'who'>) => {
    try {
      await attempt;
    } catch (cause) {
      if (!(cause instanceof Problem) || cause.status !== 0) throw cause;
      sendLater({ ...write, id: cause.attempt, who });
    }
  };
}

/** Edits fields of an entry with the version that was read. */
export function useEditing(lab: Lab, label: string) {
  const { programme } = useAddress();
  const later = useLater();
  const { act, ...acting } = useActingOn<typeof editLab, Lab>('PATCH', room, lab);
  const params = { programme, lab: lab.key };
  // Use the version when typing began, even if the write is sent later.
  const [read] = useState(lab.version);
  const edit = (input: InputOf<typeof editLab>) => {
    const sent = { params, input: input as Record<string, unknown>, version: read };
    return later(act(params, input), { method: 'PATCH', path: room, sent, label: `${lab.name.it}: ${label}` });
  };
  return { edit, ...acting };
}

/** Sends one kind of write on an entry, now or when the connection is back. */
export function useSendingOrLater<E extends AnyEndpoint>(
  method: Exclude<Method, 'GET'>,
  path: E['path'],
  label: string,
) {
  const later = useLater();
  const { send, ...sending } = useSending<E>(method, path);
  const sendOrLater = (what: Written<E>) =>
    later(send(what), { method, path, label, sent: what as Parameters<typeof sendLater>[0]['sent'] });
  return { send: sendOrLater, ...sending };
}
