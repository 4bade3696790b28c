// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Award, AwardSummary, readAward } from '../../../api/money/awards/contract.ts';
import { useText } from '../../i18n/text.ts';
import { useTold } from '../../i18n/told.ts';
import { useReading } from '../../reading.ts';

export type { Award, AwardSummary };

export const room = '/api/v1/programmes/{programme}/awards/{award}';

export const useAward = (award: string) => useReading<typeof readAward>(room, { award }, {});

/** To whom it went: the organisation by its name, or how many of which kind. */
export function useRecipient(): (award: Pick<AwardSummary, 'organisation' | 'recipients' | 'recipientKind'>) => string {
  const { t } = useTold();
  const text = useText();
  return ({ organisation, recipients, recipientKind }) =>
    organisation
      ? text(organisation.name).text
      : t(`calls.recipients.${recipientKind ?? 'unknown'}`, { count: recipients });
}
