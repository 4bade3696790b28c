// SPDX-License-Identifier: AGPL-3.0-or-later
import { useEffect } from 'react';
import { useLocation } from 'react-router';

const soughtIn = ({ hash }: { hash: string }) => decodeURIComponent(hash.slice(1));

/** Scrolls to the element named in the URL hash and focuses it; for elements that load after the page. */
export function useSought(): string {
  const location = useLocation();
  // Depends on the location key: following the same hash link again scrolls again.
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
