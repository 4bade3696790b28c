// SPDX-License-Identifier: AGPL-3.0-or-later
import { useTranslation } from 'react-i18next';
import type { changeRole, Person } from '../../../api/people/roles/contract.ts';
import { useSending } from '../../sending.ts';
import { useAddress } from '../../ui/address.ts';
import { Form } from '../../ui/Form.tsx';
import { usePersistedForm } from '../../ui/persisted.ts';
import { placeOf, RoleFields, type RoleTyped } from './RoleFields.tsx';

/** Changes a person's role or its scope; they must sign in again. */
export function ChangeRole({ person, onDone }: { person: Person; onDone: () => void }) {
  const { t } = useTranslation();
  const { programme } = useAddress();
  const { roleId, name, role, areas, organisation, office, nameIsPublic } = person;
  const { send, ...sending } = useSending<typeof changeRole>('PUT', '/api/v1/programmes/{programme}/roles/{role}');
  const { form, props } = usePersistedForm<RoleTyped, unknown>({
    name: `role.${roleId}`,
    empty: { role, areas: areas ?? [], organisation: organisation ?? '', office, nameIsPublic },
    sending,
    send: (typed) => send({ params: { programme, role: roleId }, input: placeOf(typed) }),
    onDone,
  });
  return (
    <section aria-labelledby="change-role-title" className="narrow">
      <h2 id="change-role-title">{t('access.people.changeOf', { name })}</h2>
      <p className="muted">{t('access.people.changeAbout')}</p>
      <Form {...props} submit={t('access.people.changeSend')} onCancel={onDone}>
        <RoleFields form={form} />
      </Form>
    </section>
  );
}
