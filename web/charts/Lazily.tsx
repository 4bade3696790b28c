// SPDX-License-Identifier: AGPL-3.0-or-later
import { type ReactNode, startTransition, useEffect, useRef, useState } from 'react';
import { late } from '../ui/late.tsx';

const waiting = <span data-waiting="" />;

export const { Page: LateTrendChart } = late(() => import('./TrendChart.tsx'), 'TrendChart', { waiting });

/** Reserves a chart's space and loads its code near the viewport, so that the first view renders sooner. */
export function Lazily({ children }: { children: ReactNode }) {
  const [near, setNear] = useState(false);
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!place.current) return;
    const watch = new IntersectionObserver(
      (seen) => {
        if (!seen.some((entry) => entry.isIntersecting)) return;
        startTransition(() => setNear(true));
        watch.disconnect();
      },
      { rootMargin: '300px 0px' },
    );
    watch.observe(place.current);
    return () => watch.disconnect();
  }, []);
  return (
    <div className="chart-place is-tall" ref={place}>
      {near ? children : waiting}
    </div>
  );
}
