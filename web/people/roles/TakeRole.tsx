// SPDX-License-Identifier: AGPL-3.0-or-later
import { useTranslation } from 'react-i18next';
import type { Person, takeRole } from '../../../api/people/roles/contract.ts';
import { useSending } from '../../sending.ts';
import { AskTwice } from '../../ui/AskTwice.tsx';
import { useAddress } from '../../ui/address.ts';

/** Removes a role after a confirmation. */
export function TakeRole({ person: { roleId, name, programme: within, isMe } }: { person: Person }) {
  const { t } = useTranslation();
  const { programme } = useAddress();
  const { send, problem, busy } = useSending<typeof takeRole>('DELETE', '/api/v1/programmes/{programme}/roles/{role}');
  // Only the person themselves can remove their global administrator role.
  if (within === null && !isMe) return null;
  return (
    <AskTwice
      label={t('access.people.take')}
      name={t('access.people.takeOf', { name })}
      question={t('access.people.takeSure', { name })}
      yes={t('access.people.yes')}
      problem={problem}
      busy={busy}
      onYes={() => send({ params: { programme, role: roleId } })}
    />
  );
}
