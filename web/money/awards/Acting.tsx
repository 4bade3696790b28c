// SPDX-License-Identifier: AGPL-3.0-or-later
import { awardStageWords } from '../../../api/calls/published/award.fields.ts';
import type { AnyEndpoint, InputOf } from '../../../api/contract.ts';
import { useRecipient } from '../../calls/published/queries.ts';
import { useTranslate } from '../../i18n/translate.ts';
import { useActingOn } from '../../sending.ts';
import { useAddress } from '../../ui/address.ts';
import { Overtaken } from '../../ui/Conflict.tsx';
import { type Award, room } from './queries.ts';

/** Props of a form that acts on an award. */
export interface AwardFormProps {
  award: Award;
  onDone: () => void;
  onCancel: () => void;
}

/** Acts on an award with the version that was read. */
export function useActingOnAward<E extends AnyEndpoint>(award: Award, path: string, more: Record<string, string> = {}) {
  const { programme } = useAddress();
  const { act, ...acting } = useActingOn<E, Award>('POST', `${room}${path}` as E['path'], award);
  const params = { programme, award: award.key, ...more };
  return { ...acting, act: (input: InputOf<E>) => act(params as never, input) };
}

/** The current award after a conflict. */
export function AwardOvertaken({ current, onAnyway }: { current: Award | null; onAnyway: () => void }) {
  const { said } = useTranslate();
  const recipientOf = useRecipient();
  if (!current) return null;
  return (
    <Overtaken onAnyway={onAnyway}>
      <p>
        {recipientOf(current)}: {said(awardStageWords[current.stage])}
      </p>
    </Overtaken>
  );
}
