// SPDX-License-Identifier: AGPL-3.0-or-later
import { useEffect } from 'react';

/** Sets the document title: useTitle('Piano', 'Manifattura Milano'). */
export function useTitle(...parts: readonly (string | undefined)[]): void {
  const title = [...parts, 'Officina'].filter(Boolean).join(' · ');
  useEffect(() => {
    document.title = title;
  }, [title]);
}
