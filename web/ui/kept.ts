// SPDX-License-Identifier: AGPL-3.0-or-later
import { useEffect, useState } from 'react';
import { type DefaultValues, type FieldValues, type UseFormReturn, useForm } from 'react-hook-form';
import type { Problem } from '../http.ts';
import { useAccount } from '../session.ts';
import { useAddress } from './address.ts';

const prefix = 'officina.typed.';

function readKept<V>(place: string): Partial<V> | undefined {
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
    // A browser that keeps nothing keeps nothing: the form still works.
  }
}

export interface Kept<V extends FieldValues> extends UseFormReturn<V> {
  /** What was typed earlier came back. */
  cameBack: boolean;
  /** Nothing is kept any more: it was sent, or given up. */
  forget: () => void;
  giveUp: () => void;
}

/** A form whose typed values stay in this browser, for this person and programme. */
function useKept<V extends FieldValues>(name: string, defaults: DefaultValues<V>): Kept<V> {
  const who = useAccount()?.email ?? '';
  const { programme } = useAddress();
  const place = `${prefix}${who}.${programme}.${name}`;
  const [found] = useState(() => readKept<V>(place));
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

interface KeptForm<V extends FieldValues, R> {
  /** Tells forms apart, and what they are about: 'replan.mhuma-opening'. */
  name: string;
  /** What stands in it at first. */
  empty: V;
  /** Of what sends it: what was refused, and whether it is on its way. */
  sending: { problem: Problem | null; busy: boolean };
  send: (typed: V) => Promise<R>;
  /** Called when it was sent; nothing typed is kept any more. */
  onDone: (reply: R, typed: V) => void;
  /** It stays open for the next one, and starts anew. */
  stays?: boolean;
}

/**
 * A form whose typed values outlast a lost connection, a closed tab and an expired session: they are kept until they
 * are sent or given up. `props` are for the Form; `again` sends once more what was overtaken meanwhile.
 */
export function useKeptForm<V extends FieldValues, R>(of: KeptForm<V, R>) {
  const { name, empty, sending, send, onDone, stays = false } = of;
  const form = useKept<V>(name, empty as DefaultValues<V>);
  const onSubmit = async (typed: V) => {
    const reply = await send(typed);
    if (stays) form.giveUp();
    else form.forget();
    onDone(reply, typed);
  };
  const { problem, busy } = sending;
  // What is refused stands in `problem`.
  const again = (typed: V) => onSubmit(typed).catch(() => undefined);
  return { form, props: { form, problem, busy, onSubmit }, again };
}

/** Signing out leaves nothing behind that was typed here. */
export function forgetTyped(): void {
  const places = Object.keys(localStorage).filter((place) => place.startsWith(prefix));
  for (const place of places) localStorage.removeItem(place);
}
