// SPDX-License-Identifier: AGPL-3.0-or-later
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { addressOf } from './http.ts';

const patience = 6_000;
const longestWait = 60_000;

interface Listener {
  onRevision: (revision: string) => void;
  onLost: () => void;
  onBack: () => void;
}

/** Subscribes to a programme's revisions. The browser reconnects after a lost connection, not after an HTTP error. */
function listen(programme: string, { onRevision, onLost, onBack }: Listener): () => void {
  let source: EventSource;
  let again: ReturnType<typeof setTimeout> | undefined;
  let alarm: ReturnType<typeof setTimeout> | undefined;
  let wait = 2_000;
  const open = () => {
    source = new EventSource(addressOf('/api/v1/programmes/{programme}/live', { programme }, {}));
    source.addEventListener('revision', (event) => onRevision(event.data));
    source.onopen = () => {
      clearTimeout(alarm);
      alarm = undefined;
      wait = 2_000;
      onBack();
    };
    source.onerror = () => {
      alarm ??= setTimeout(onLost, patience);
      if (source.readyState !== EventSource.CLOSED) return;
      clearTimeout(again);
      again = setTimeout(open, wait);
      wait = Math.min(wait * 2, longestWait);
    };
  };
  open();
  return () => {
    source.close();
    clearTimeout(again);
    clearTimeout(alarm);
  };
}

/** Refetches a programme's data on each new revision; returns since when the data may be stale. */
export function useLive(programme: string): { lostSince: Date | null } {
  const client = useQueryClient();
  const [lostSince, setLostSince] = useState<Date | null>(null);
  useEffect(() => {
    let missed = false;
    const refresh = () => client.invalidateQueries({ queryKey: ['programme', programme] });
    return listen(programme, {
      onRevision: refresh,
      onLost: () => {
        missed = true;
        setLostSince((since) => since ?? new Date());
      },
      onBack: () => {
        setLostSince(null);
        if (missed) refresh();
        missed = false;
      },
    });
  }, [client, programme]);
  return { lostSince };
}
