// SPDX-License-Identifier: AGPL-3.0-or-later
import { type ComponentType, useEffect, useState } from 'react';
import { Failure, Loading } from './states.tsx';

export interface Late<Props = object> {
  Page: ComponentType<Props>;
  /** Preloads the page's code. */
  fetch: () => Promise<unknown>;
}

const pageHeight = 640;

/**
 * A page whose code loads on demand. Replaces React's `lazy`, which delays loaded content by 300 ms per
 * fallback: behind two fallbacks a page appears over half a second late.
 */
export function late<Name extends string, Props extends object = object>(
  load: () => Promise<Record<Name, ComponentType<Props>>>,
  name: Name,
): Late<Props> {
  const loaded: { page?: ComponentType<Props>; failed?: Error } = {};
  const fetch = () =>
    load().then(
      (pages) => {
        loaded.page = pages[name];
      },
      (cause: Error) => {
        loaded.failed = cause;
      },
    );
  function Page(props: Props) {
    const [waiting, setWaiting] = useState(loaded.page === undefined);
    useEffect(() => {
      // The code may have loaded since the placeholder rendered: check again.
      if (waiting) fetch().then(() => setWaiting(false));
    }, [waiting]);
    if (loaded.failed && !loaded.page)
      return <Failure page problem={loaded.failed} onRetry={() => window.location.reload()} />;
    return loaded.page ? <loaded.page {...props} /> : <Loading height={pageHeight} />;
  }
  return { Page, fetch };
}
