// SPDX-License-Identifier: AGPL-3.0-or-later
import { useEffect } from 'react';
import { useLocation } from 'react-router';

const soughtIn = ({ hash }: { hash: string }) => decodeURIComponent(hash.slice(1));

/** Brings what the address's mark names into sight, and the keyboard to it; for things that come with their data, after the page. */
export function useSought(): string {
  const location = useLocation();
  // The same mark asked for again is a new wish: each way here is a location of its own.
  useEffect(() => {
    const sought = soughtIn(location);
    const found = sought ? document.getElementById(sought) : null;
    if (!found) return;
    found.dataset.sought = '';
    found.scrollIntoView({ block: found.offsetHeight > window.innerHeight / 2 ? 'start' : 'center' });
    found.focus({ preventScroll: true });
    return () => {
      delete found.dataset.sought;
    };
  }, [location]);
  return soughtIn(location);
}
