// SPDX-License-Identifier: AGPL-3.0-or-later
import { type ComponentType, createContext, useContext } from 'react';

/**
 * Named extension points in a page, rendered by a later district. The page declares the slot and its props
 * (`declare module`), `routes.tsx` fills it, so no district imports a later one.
 */
// biome-ignore lint/suspicious/noEmptyInterface: each page adds its slots by declaration merging.
export interface Slots {}

type Filled = { [Name in keyof Slots]?: ComponentType<Slots[Name]> };
const Context = createContext<Filled>({});

export const FilledSlots = Context.Provider;

/** Renders the content of a slot; nothing if it is empty. */
export function Slot<Name extends keyof Slots>({ name, with: props }: { name: Name; with: Slots[Name] }) {
  const Part = useContext(Context)[name] as ComponentType<Slots[Name] & object> | undefined;
  return Part ? <Part {...(props as Slots[Name] & object)} /> : null;
}
