// SPDX-License-Identifier: AGPL-3.0-or-later
import { useEffect, useState } from 'react';
import type { AnyEndpoint, InputOf, Method, ParamsOf } from '../../../api/contract.ts';
import type { editLab, readContact } from '../../../api/labs/editing/contract.ts';
import { Problem } from '../../http.ts';
import { useReading } from '../../reading.ts';
import { useActingOn, useSending } from '../../sending.ts';
import { useAccount } from '../../session.ts';
import { useAddress } from '../../ui/address.ts';
import {
  discard,
  hold,
  ownVersion,
  sendLater,
  settle,
  type TypedForm,
  type Unsent,
  useUnsentOf,
} from '../../unsent.ts';
import type { Lab } from '../directory/queries.ts';

const room = '/api/v1/programmes/{programme}/labs/{lab}';

export const useContact = (lab: string) => useReading<typeof readContact>(`${room}/contact`, { lab }, {});

type Written<E extends AnyEndpoint> = { params?: ParamsOf<E>; input?: InputOf<E> };

/** Whether a write was sent, or waits on this device for a connection. */
export type Reached = 'sent' | 'queued';

/** A form that can be reopened from the queue; none for writes of one button. */
type FormOf = Omit<TypedForm, 'typed'>;

/**
 * Sends a write, or queues it without a connection. A form that is opened while its last write is queued goes on from
 * it: `reopened` has what was typed and the version it was typed on; that write is sent first, or replaced if refused.
 */
function useLater(form?: FormOf) {
  const who = useAccount()?.email ?? '';
  const { language } = useAddress();
  const queued = useUnsentOf(form?.name ?? '');
  const [reopened] = useState(queued);
  useEffect(() => (reopened ? hold(reopened.id) : undefined), [reopened]);
  const later = async (
    attempt: (version?: number) => Promise<unknown>,
    write: Omit<Unsent, 'id' | 'who' | 'form'>,
    typed?: Record<string, unknown>,
  ): Promise<Reached> => {
    const waits = reopened?.refused === undefined;
    const settled = reopened && waits ? await settle(reopened, language) : undefined;
    const version = ownVersion(write, settled ?? reopened?.sent.version ?? write.sent.version);
    const replace = () => (reopened && !waits ? discard(reopened.id) : undefined);
    try {
      await attempt(version);
      replace();
      return 'sent';
    } catch (cause) {
      if (!(cause instanceof Problem) || cause.status !== 0) throw cause;
      replace();
      const sent = version === undefined ? write.sent : { ...write.sent, version };
      sendLater({ ...write, sent, id: cause.attempt, who, ...(form && typed ? { form: { ...form, typed } } : {}) });
      return 'queued';
    }
  };
  return { later, reopened: reopened?.form?.typed };
}

/** Edits fields of an entry with the version that was read. */
export function useEditing(lab: Lab, { label, ...form }: FormOf & { label: string }) {
  const { programme } = useAddress();
  const { later, reopened } = useLater(form);
  const { act, ...acting } = useActingOn<typeof editLab, Lab>('PATCH', room, lab);
  const params = { programme, lab: lab.key };
  // Use the version when typing began, even if the write is sent later.
  const [read] = useState(lab.version);
  const edit = (input: InputOf<typeof editLab>, typed: Record<string, unknown>) => {
    const sent = { params, input: input as Record<string, unknown>, version: read };
    const write = { method: 'PATCH', path: room, sent, label: `${lab.name.it}: ${label}` } as const;
    return later((version) => act(params, input, version), write, typed);
  };
  return { edit, reopened, ...acting };
}

/** Sends one kind of write on an entry, now or when the connection is back. */
export function useSendingOrLater<E extends AnyEndpoint>(
  method: Exclude<Method, 'GET'>,
  path: E['path'],
  { label, ...form }: { label: string } & Partial<FormOf>,
) {
  const { later, reopened } = useLater(form.name === undefined ? undefined : (form as FormOf));
  const { send, ...sending } = useSending<E>(method, path);
  const sendOrLater = (what: Written<E>, typed?: Record<string, unknown>) =>
    later(() => send(what), { method, path, label, sent: what as Unsent['sent'] }, typed);
  return { send: sendOrLater, reopened, ...sending };
}
