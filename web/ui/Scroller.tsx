// SPDX-License-Identifier: AGPL-3.0-or-later
import { type ReactNode, type Ref, useCallback, useState } from 'react';
import { useTranslate } from '../i18n/translate.ts';

interface ScrollerProps {
  /** Accessible name of the content. */
  caption: string;
  ref?: Ref<HTMLElement>;
  children: ReactNode;
}

/** Whether an element overflows, measured again when it or its children resize. */
function useScrolls(ref: Ref<HTMLElement> | undefined) {
  const [scrolls, setScrolls] = useState(false);
  const attach = useCallback(
    (frame: HTMLElement) => {
      if (typeof ref === 'function') ref(frame);
      else if (ref) ref.current = frame;
      const measure = () =>
        setScrolls(frame.scrollWidth > frame.clientWidth || frame.scrollHeight > frame.clientHeight);
      const watch = new ResizeObserver(measure);
      for (const one of [frame, ...frame.children]) watch.observe(one);
      return () => {
        watch.disconnect();
        if (typeof ref === 'function') ref(null);
        else if (ref) ref.current = null;
      };
    },
    [ref],
  );
  return { scrolls, attach };
}

/**
 * Container for content wider than the page: it scrolls, also by keyboard. WCAG 2.1.1 requires a scrollable region
 * to be focusable, and not all browsers do that; without overflow it is not a tab stop.
 */
export function Scroller({ caption, ref, children }: ScrollerProps) {
  const { t } = useTranslate();
  const { scrolls, attach } = useScrolls(ref);
  const stop = scrolls ? { 'aria-label': t('table.scroll', { caption }), tabIndex: 0 } : {};
  return (
    <section className="scroller" ref={attach} {...stop}>
      {children}
    </section>
  );
}
