// SPDX-License-Identifier: AGPL-3.0-or-later
import { useEffect } from 'react';
import { useLocation } from 'react-router';

/** Brings what the address's mark names into sight, and the keyboard to it; for things that come with their data, after the page. */
export function useSought(): string {
  const { hash, key } = useLocation();
  const sought = decodeURIComponent(hash.slice(1));
  // biome-ignore lint/correctness/useExhaustiveDependencies: the same mark asked for again is a new wish
  useEffect(() => {
    const found = sought ? document.getElementById(sought) : null;
    if (!found) return;
    found.dataset.sought = '';
    found.scrollIntoView({ block: found.offsetHeight > window.innerHeight / 2 ? 'start' : 'center' });
    found.focus({ preventScroll: true });
    return () => {
      delete found.dataset.sought;
    };
  }, [sought, key]);
  return sought;
}
