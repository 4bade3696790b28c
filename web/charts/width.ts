// SPDX-License-Identifier: AGPL-3.0-or-later
import { type RefObject, useLayoutEffect, useRef, useState } from 'react';

/** Measured width of a chart's container; 0 until known. */
export function useWidth(): { place: RefObject<HTMLDivElement | null>; width: number } {
  const place = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(0);
  useLayoutEffect(() => {
    if (!place.current) return;
    const measure = new ResizeObserver(([entry]) => entry && setWidth(Math.floor(entry.contentRect.width)));
    measure.observe(place.current);
    return () => measure.disconnect();
  }, []);
  return { place, width };
}
