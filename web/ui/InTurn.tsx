// SPDX-License-Identifier: AGPL-3.0-or-later
import { Children, type ReactNode, startTransition, useEffect, useState } from 'react';

/**
 * Draws the sections of a long page one after another, from the top: each is laid out and painted by itself, and the
 * reader can use what stands already.
 */
export function InTurn({ children }: { children: ReactNode }) {
  const sections = Children.toArray(children);
  const [drawn, setDrawn] = useState(1);
  const due = drawn < sections.length;
  useEffect(() => {
    if (due) startTransition(() => setDrawn(drawn + 1));
  }, [due, drawn]);
  return (
    <>
      {sections.slice(0, drawn)}
      {due && <div className="to-come" />}
    </>
  );
}
