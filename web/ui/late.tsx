// SPDX-License-Identifier: AGPL-3.0-or-later
import { type ComponentType, useEffect, useState } from 'react';
import { Failure, Loading } from './states.tsx';

export interface Late {
  Page: ComponentType;
  /** Fetches the page's code before it is drawn. */
  fetch: () => Promise<unknown>;
}

const pageHeight = 640;

/**
 * A page whose code comes when it is first wanted. Not React's own `lazy`: that holds back what has arrived for 300 ms
 * after each place-holder, so that a page behind two of them is seen more than half a second late.
 */
export function late<Name extends string>(load: () => Promise<Record<Name, ComponentType>>, name: Name): Late {
  const held: { page?: ComponentType; failed?: Error } = {};
  const fetch = () =>
    load().then(
      (pages) => {
        held.page = pages[name];
      },
      (cause: Error) => {
        held.failed = cause;
      },
    );
  function Page() {
    const [waiting, setWaiting] = useState(held.page === undefined);
    useEffect(() => {
      // It may have come since the place-holder was drawn: it is looked at once more in any case.
      if (waiting) fetch().then(() => setWaiting(false));
    }, [waiting]);
    if (held.failed && !held.page)
      return <Failure page problem={held.failed} onRetry={() => window.location.reload()} />;
    return held.page ? <held.page /> : <Loading height={pageHeight} />;
  }
  return { Page, fetch };
}
