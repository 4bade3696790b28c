// SPDX-License-Identifier: AGPL-3.0-or-later
import { useState } from 'react';
import type { AnyEndpoint, InputOf } from '../../api/contract.ts';
import type { Problem } from '../http.ts';
import { useSending } from '../sending.ts';
import { useAddress } from '../ui/address.ts';
import { Overtaken } from '../ui/Conflict.tsx';
import { StandingLine } from '../ui/StatusWord.tsx';
import type { Milestone } from './queries.ts';

/** What somebody typed in one language: Italian is always there, so English words stand for both. */
export const textIn = (language: 'it' | 'en', words: string) =>
  language === 'it' ? { it: words } : { it: words, en: words };

/** What a form that acts on a milestone is given. */
export interface ActFormProps {
  milestone: Milestone;
  onDone: () => void;
  onCancel: () => void;
}

export interface Acting<E extends AnyEndpoint> {
  act: (input: InputOf<E>) => Promise<void>;
  problem: Problem | null;
  busy: boolean;
  /** The milestone as it stands now, where somebody else changed it meanwhile. */
  current: Milestone | null;
}

/**
 * Acts on a milestone as it was read. When somebody else was quicker, `current` is how it now stands, and acting again
 * acts on that.
 */
export function useActing<E extends AnyEndpoint>(
  milestone: Milestone,
  path: string,
  { onDone, method = 'POST' }: { onDone: () => void; method?: 'POST' | 'PATCH' },
): Acting<E> {
  const { programme } = useAddress();
  const [current, setCurrent] = useState<Milestone | null>(null);
  // The page keeps itself fresh: what counts is what was read when one began to type.
  const [read] = useState(milestone.version);
  const { send, problem, busy } = useSending<E>(
    method,
    `/api/v1/programmes/{programme}/milestones/{milestone}${path}` as E['path'],
  );
  const act = async (input: InputOf<E>) => {
    const params = { programme, milestone: milestone.key } as never;
    const version = current?.version ?? read;
    try {
      await send({ params, input, version });
    } catch (cause) {
      const body = (cause as Problem).body;
      if (body?.current) setCurrent(body.current as unknown as Milestone);
      throw cause;
    }
    setCurrent(null);
    onDone();
  };
  return { act, problem: current ? null : problem, busy, current };
}

/** Shows how the milestone now stands when an act was overtaken; the same act can go on from there. */
export function ActOvertaken({ current, onAnyway }: { current: Milestone | null; onAnyway: () => void }) {
  if (!current) return null;
  return (
    <Overtaken onAnyway={onAnyway}>
      <p>
        <StandingLine of={current} />
      </p>
    </Overtaken>
  );
}
