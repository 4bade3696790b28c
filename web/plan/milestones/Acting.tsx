// SPDX-License-Identifier: AGPL-3.0-or-later
import type { AnyEndpoint, InputOf } from '../../../api/contract.ts';
import { type Acting as ActingOn, useActingOn } from '../../sending.ts';
import { useAddress } from '../../ui/address.ts';
import { Overtaken } from '../../ui/Conflict.tsx';
import { StandingLine } from '../../ui/StatusWord.tsx';
import type { Milestone } from './queries.ts';

/** Text typed by a user: Italian is required; if only English is typed, it is used for both. */
export const textIn = (language: 'it' | 'en', words: string) =>
  language === 'it' ? { it: words } : { it: words, en: words };

/** Props of a form that acts on a milestone. */
export interface ActFormProps {
  milestone: Milestone;
  onDone: () => void;
  onCancel: () => void;
}

export interface Acting<E extends AnyEndpoint> extends Omit<ActingOn<E, Milestone>, 'act'> {
  act: (input: InputOf<E>) => Promise<void>;
}

/** Acts on a milestone with the version that was read. */
export function useActing<E extends AnyEndpoint>(
  milestone: Milestone,
  path: string,
  method: 'POST' | 'PATCH' = 'POST',
): Acting<E> {
  const { programme } = useAddress();
  const { act, ...acting } = useActingOn<E, Milestone>(
    method,
    `/api/v1/programmes/{programme}/milestones/{milestone}${path}` as E['path'],
    milestone,
  );
  return { ...acting, act: (input) => act({ programme, milestone: milestone.key } as never, input) };
}

/** Shows the current milestone after a conflict; the action can be retried from there. */
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
