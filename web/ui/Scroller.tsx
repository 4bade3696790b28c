// SPDX-License-Identifier: AGPL-3.0-or-later
import type { ReactNode, Ref } from 'react';
import { useTold } from '../i18n/told.ts';

interface ScrollerProps {
  /** What is in it: its name for whoever does not see it. */
  caption: string;
  ref?: Ref<HTMLElement>;
  children: ReactNode;
}

/**
 * Holds what may be wider than the page: it scrolls, by keyboard too. A region that scrolls must take the focus (WCAG
 * 2.1.1), and not every browser gives it one.
 */
export function Scroller({ caption, ref, children }: ScrollerProps) {
  const { t } = useTold();
  return (
    <section className="scroller" aria-label={t('table.scroll', { caption })} tabIndex={0} ref={ref}>
      {children}
    </section>
  );
}
