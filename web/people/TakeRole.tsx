// SPDX-License-Identifier: AGPL-3.0-or-later
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Person, takeRole } from '../../api/people/contract.ts';
import { useSending } from '../sending.ts';
import { useAddress } from '../ui/address.ts';
import { Refusal } from '../ui/Form.tsx';

/** Takes a role away, once it was asked twice. */
export function TakeRole({ person: { roleId, name, programme: held, isMe } }: { person: Person }) {
  const { t } = useTranslation();
  const { programme } = useAddress();
  const [asking, setAsking] = useState(false);
  const { send, problem, busy } = useSending<typeof takeRole>('DELETE', '/api/v1/programmes/{programme}/roles/{role}');
  // Whoever administers every programme is nobody's to end from within one, but his own.
  if (held === null && !isMe) return null;
  if (!asking)
    return (
      <button
        type="button"
        className="plain"
        aria-label={t('access.people.takeOf', { name })}
        onClick={() => setAsking(true)}
      >
        {t('access.people.take')}
      </button>
    );
  return (
    <>
      <p>{t('access.people.takeSure', { name })}</p>
      <Refusal problem={problem} />
      <button
        type="button"
        className="plain"
        aria-disabled={busy}
        onClick={() => send({ params: { programme, role: roleId } }).catch(() => undefined)}
      >
        {t('access.people.yes')}
      </button>{' '}
      <button type="button" className="plain" onClick={() => setAsking(false)}>
        {t('form.cancel')}
      </button>
    </>
  );
}
