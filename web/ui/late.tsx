// SPDX-License-Identifier: AGPL-3.0-or-later
import { type ComponentType, useEffect, useState } from 'react';
import { Failure, Loading } from './states.tsx';

export interface Late<Props = object> {
  Page: ComponentType<Props>;
  /** Fetches the page's code before it is drawn. */
  fetch: () => Promise<unknown>;
}

const pageHeight = 640;

/**
 * A page whose code comes when it is first wanted. Not React's own `lazy`: that holds back what has arrived for 300 ms
 * after each place-holder, so that a page behind two of them is seen more than half a second late.
 */
export function late<Name extends string, Props extends object = object>(
  load: () => Promise<Record<Name, ComponentType<Props>>>,
  name: Name,
): Late<Props> {
  const held: { page?: ComponentType<Props>; failed?: Error } = {};
  const fetch = () =>
    load().then(
      (pages) => {
        held.page = pages[name];
      },
      (cause: Error) => {
        held.failed = cause;
      },
    );
  function Page(props: Props) {
    const [waiting, setWaiting] = useState(held.page === undefined);
    useEffect(() => {
      // It may have come since the place-holder was drawn: it is looked at once more in any case.
      if (waiting) fetch().then(() => setWaiting(false));
    }, [waiting]);
    if (held.failed && !held.page)
      return <Failure page problem={held.failed} onRetry={() => window.location.reload()} />;
    return held.page ? <held.page {...props} /> : <Loading height={pageHeight} />;
  }
  return { Page, fetch };
}
