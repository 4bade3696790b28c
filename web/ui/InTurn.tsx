// SPDX-License-Identifier: AGPL-3.0-or-later
import { Children, type ReactNode, startTransition, useEffect, useState } from 'react';

/**
 * Renders the sections of a long page one by one from the top. Each has its own layout and paint, so the reader can
 * use the first ones early.
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
