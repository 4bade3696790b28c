// SPDX-License-Identifier: AGPL-3.0-or-later
import { useEffect, useState } from 'react';
import { type DefaultValues, type FieldValues, type UseFormReturn, useForm } from 'react-hook-form';
import { useAccount } from '../access/queries.ts';

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

/**
 * A form whose typed values outlast a lost connection, a closed tab and an expired session: they are kept in this
 * browser, for this person, until they are sent or given up. `name` tells forms apart: 'replan.mhuma-opening'.
 */
export function useKept<V extends FieldValues>(name: string, defaults: DefaultValues<V>): Kept<V> {
  const who = useAccount()?.email ?? '';
  const place = `${prefix}${who}.${name}`;
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

/** Signing out leaves nothing behind that was typed here. */
export function forgetTyped(): void {
  const places = Object.keys(localStorage).filter((place) => place.startsWith(prefix));
  for (const place of places) localStorage.removeItem(place);
}
