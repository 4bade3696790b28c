// SPDX-License-Identifier: AGPL-3.0-or-later
import type { ReactNode, Ref } from 'react';
import { useTold } from '../i18n/told.ts';

interface ScrollerProps {
  /** What is in it: its name for whoever does not see it. */
  caption: string;
  ref?: Ref<HTMLElement>;
  children: ReactNode;
}

/** Holds what may be wider than the page: it scrolls, by keyboard too. */
export function Scroller({ caption, ref, children }: ScrollerProps) {
  const { t } = useTold();
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard (WCAG 2.1.1), and not every browser sees to it
    <section className="scroller" aria-label={t('table.scroll', { caption })} tabIndex={0} ref={ref}>
      {children}
    </section>
  );
}
