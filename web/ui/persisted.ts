// SPDX-License-Identifier: AGPL-3.0-or-later
import { useEffect, useState } from 'react';
import { type DefaultValues, type FieldValues, type UseFormReturn, useForm } from 'react-hook-form';
import type { Problem } from '../http.ts';
import { useAccount } from '../session.ts';
import { useAddress } from './address.ts';

const prefix = 'officina.typed.';

function readStored<V>(place: string): Partial<V> | undefined {
  try {
    return JSON.parse(localStorage.getItem(place) ?? 'null') ?? undefined;
  } catch {
    return undefined;
  }
}

function write(place: string, values: unknown) {
  try {
    if (values === undefined) localStorage.removeItem(place);
    else localStorage.setItem(place, JSON.stringify(values));
  } catch {
    // Storage is unavailable: the form works without it.
  }
}

export interface PersistedForm<V extends FieldValues> extends UseFormReturn<V> {
  /** Earlier input was restored. */
  cameBack: boolean;
  /** Discards the stored input after sending or cancelling. */
  forget: () => void;
  giveUp: () => void;
}

/** Form state persisted in this browser per person and programme. */
function useStored<V extends FieldValues>(name: string, defaults: DefaultValues<V>): PersistedForm<V> {
  const who = useAccount()?.email ?? '';
  const { programme } = useAddress();
  const place = `${prefix}${who}.${programme}.${name}`;
  const [found] = useState(() => readStored<V>(place));
  const [cameBack, setCameBack] = useState(found !== undefined);
  const form = useForm<V>({ defaultValues: { ...defaults, ...found } as DefaultValues<V> });
  useEffect(
    () =>
      form.subscribe({
        formState: { values: true, isDirty: true },
        callback: ({ values, isDirty }) => {
          if (isDirty) write(place, values);
        },
      }),
    [form, place],
  );
  const forget = () => {
    write(place, undefined);
    setCameBack(false);
  };
  const giveUp = () => {
    forget();
    form.reset(defaults as V);
  };
  return Object.assign(form, { cameBack, forget, giveUp });
}

interface PersistedFormOptions<V extends FieldValues, R> {
  /** Storage key: the form and its object, e.g. 'replan.mhuma-opening'. */
  name: string;
  /** Initial values. */
  empty: V;
  /** State of the mutation: the error and whether it is pending. */
  sending: { problem: Problem | null; busy: boolean };
  send: (typed: V) => Promise<R>;
  /** Called after sending; the stored input is deleted. */
  onDone: (reply: R, typed: V) => void;
  /** Stays open after sending and resets for the next entry. */
  stays?: boolean;
}

/**
 * A form whose input survives a lost connection, a closed tab and an expired session: it is stored until it is sent
 * or discarded. `props` are for the Form; `again` resends after a conflict.
 */
export function usePersistedForm<V extends FieldValues, R>(of: PersistedFormOptions<V, R>) {
  const { name, empty, sending, send, onDone, stays = false } = of;
  const form = useStored<V>(name, empty as DefaultValues<V>);
  const onSubmit = async (typed: V) => {
    const reply = await send(typed);
    if (stays) form.giveUp();
    else form.forget();
    onDone(reply, typed);
  };
  const { problem, busy } = sending;
  // The error is in `problem`.
  const again = (typed: V) => onSubmit(typed).catch(() => undefined);
  return { form, props: { form, problem, busy, onSubmit }, again };
}

/** Signing out deletes all stored input. */
export function forgetTyped(): void {
  const places = Object.keys(localStorage).filter((place) => place.startsWith(prefix));
  for (const place of places) localStorage.removeItem(place);
}
