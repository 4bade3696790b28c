// SPDX-License-Identifier: AGPL-3.0-or-later
import { type ReactNode, type Ref, useCallback, useState } from 'react';
import { useTold } from '../i18n/told.ts';

interface ScrollerProps {
  /** What is in it: its name for whoever does not see it. */
  caption: string;
  ref?: Ref<HTMLElement>;
  children: ReactNode;
}

/** Whether an element scrolls, measured again whenever its size or that of its children changes. */
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
 * Holds what may be wider than the page: it scrolls, by keyboard too. A region that scrolls must take the focus (WCAG
 * 2.1.1), and not every browser gives it one; where nothing scrolls it is no stop of the Tab key.
 */
export function Scroller({ caption, ref, children }: ScrollerProps) {
  const { t } = useTold();
  const { scrolls, attach } = useScrolls(ref);
  const stop = scrolls ? { 'aria-label': t('table.scroll', { caption }), tabIndex: 0 } : {};
  return (
    <section className="scroller" ref={attach} {...stop}>
      {children}
    </section>
  );
}
