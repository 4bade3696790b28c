// SPDX-License-Identifier: AGPL-3.0-or-later
import { type ComponentType, type ReactNode, useEffect, useReducer } from 'react';
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
 *
 * With `waiting`, a part of a page: shown in its place until the code is there. Where the code cannot be loaded, only
 * the part says so, and it tries again by itself once the connection is back; the rest of the page stays.
 */
export function late<Name extends string, Props extends object = object>(
  load: () => Promise<Record<Name, ComponentType<Props>>>,
  name: Name,
  part?: { waiting: ReactNode },
): Late<Props> {
  const loaded: { page?: ComponentType<Props>; failed?: Error | undefined } = {};
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
    const [, show] = useReducer((times: number) => times + 1, 0);
    useEffect(() => {
      const read = () => {
        if (loaded.page) return show();
        loaded.failed = undefined;
        fetch().then(show);
      };
      read();
      if (!part) return;
      window.addEventListener('online', read);
      return () => window.removeEventListener('online', read);
    }, []);
    if (loaded.page) return <loaded.page {...props} />;
    if (loaded.failed && part) return <Failure problem={loaded.failed} onRetry={() => fetch().then(show)} />;
    // The code of a former version is gone from the server: only a new page knows the new one.
    if (loaded.failed) return <Failure page problem={loaded.failed} onRetry={() => window.location.reload()} />;
    return part ? part.waiting : <Loading height={pageHeight} />;
  }
  return { Page, fetch };
}
