// SPDX-License-Identifier: AGPL-3.0-or-later

import { useSearchParams } from 'react-router';
import type { AwardSummary, CallState, listCalls, readCall } from '../../../api/calls/published/contract.ts';
import { callRecord } from '../../../api/calls/published/fields.ts';
import type { ReplyOf } from '../../../api/contract.ts';
import { choicesOf } from '../../../api/platform/fields/rules.ts';
import { useText } from '../../i18n/text.ts';
import { useTranslate } from '../../i18n/translate.ts';
import { useProgramme } from '../../programme.ts';
import { usePages, useReading } from '../../reading.ts';

export type WholeCall = ReplyOf<typeof readCall>;

const room = '/api/v1/programmes/{programme}/calls';
const shownAtOnce = 20;

export const callKinds = choicesOf(callRecord.fields.kind);
export const callStates: readonly CallState[] = ['open', 'announced', 'under-evaluation', 'concluded', 'not-recorded'];

/** Call filters from the address; their parameter names differ from those of the spaces on the same page. */
function useWanted() {
  const [search] = useSearchParams();
  const { areaList } = useProgramme();
  const asked = (name: string) => search.get(name) || undefined;
  return {
    kind: callKinds.find((kind) => kind === asked('callKind')),
    state: callStates.find((state) => state === asked('callState')),
    area: areaList.find(({ key }) => key === asked('area'))?.key,
    q: asked('callQ')?.slice(0, 100),
  };
}

export const useFoundCalls = () => usePages<typeof listCalls>(room, {}, { ...useWanted(), limit: shownAtOnce });

/** The whole list, up to one page of the API's maximum size. */
export const useAllCalls = () => useReading<typeof listCalls>(room, {}, { limit: 200 });

export const useCall = (call: string) => useReading<typeof readCall>(`${room}/{call}`, { call }, {});

/** Recipient: the organisation's name, or a number by kind. */
export function useRecipient(): (award: Pick<AwardSummary, 'organisation' | 'recipients' | 'recipientKind'>) => string {
  const { t } = useTranslate();
  const text = useText();
  return ({ organisation, recipients, recipientKind }) =>
    organisation
      ? text(organisation.name).text
      : t(`calls.recipients.${recipientKind ?? 'unknown'}`, { count: recipients });
}
