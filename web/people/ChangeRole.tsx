// SPDX-License-Identifier: AGPL-3.0-or-later
import { useTranslation } from 'react-i18next';
import type { changeRole, Person } from '../../api/people/contract.ts';
import { useSending } from '../sending.ts';
import { useAddress } from '../ui/address.ts';
import { Form } from '../ui/Form.tsx';
import { useKept } from '../ui/kept.ts';
import { placeOf, RoleFields, type RoleTyped } from './RoleFields.tsx';

/** Gives somebody another role, or the same one elsewhere; they sign in anew. */
export function ChangeRole({ person, onDone }: { person: Person; onDone: () => void }) {
  const { t } = useTranslation();
  const { programme } = useAddress();
  const { roleId, name, role, areas, organisation, office, nameIsPublic } = person;
  const form = useKept<RoleTyped>(`role.${programme}.${roleId}`, {
    role,
    areas: areas ?? [],
    organisation: organisation ?? '',
    office,
    nameIsPublic,
  });
  const { send, problem, busy } = useSending<typeof changeRole>('PUT', '/api/v1/programmes/{programme}/roles/{role}');
  const change = async (typed: RoleTyped) => {
    await send({ params: { programme, role: roleId }, input: placeOf(typed) });
    form.forget();
    onDone();
  };
  return (
    <section aria-labelledby="change-role-title" className="narrow">
      <h2 id="change-role-title">{t('access.people.changeOf', { name })}</h2>
      <p className="muted">{t('access.people.changeAbout')}</p>
      <Form
        form={form}
        problem={problem}
        busy={busy}
        submit={t('access.people.changeSend')}
        onSubmit={change}
        onCancel={onDone}
      >
        <RoleFields form={form} />
      </Form>
    </section>
  );
}
