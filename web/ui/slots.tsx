// SPDX-License-Identifier: AGPL-3.0-or-later
import { type ComponentType, createContext, useContext } from 'react';

/**
 * Parts of a page that a later district draws, by name. The page declares the slot and its props
 * (`declare module`), `routes.tsx` fills it: no district imports one below it.
 */
// biome-ignore lint/suspicious/noEmptyInterface: each page adds its slots by declaration merging.
export interface Slots {}

type Filled = { [Name in keyof Slots]?: ComponentType<Slots[Name]> };
const Context = createContext<Filled>({});

export const FilledSlots = Context.Provider;

/** Draws what fills a slot; nothing where it is empty. */
export function Slot<Name extends keyof Slots>({ name, with: props }: { name: Name; with: Slots[Name] }) {
  const Part = useContext(Context)[name] as ComponentType<Slots[Name] & object> | undefined;
  return Part ? <Part {...(props as Slots[Name] & object)} /> : null;
}
