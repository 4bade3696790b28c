// SPDX-License-Identifier: AGPL-3.0-or-later
import { useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { type Role, roles } from '../../../api/http/rights.rules.ts';
import { useText } from '../../i18n/text.ts';
import { useProgramme } from '../../programme.ts';
import { Field } from '../../ui/Form.tsx';
import type { PersistedForm } from '../../ui/persisted.ts';

/** Form values of a role: kind, scope and public name. */
export interface RoleTyped {
  role: Role;
  areas: string[];
  organisation: string;
  office: string;
  nameIsPublic: boolean;
}

export const emptyRole: RoleTyped = {
  role: 'official',
  areas: [],
  organisation: '',
  office: '',
  nameIsPublic: false,
};

/** Converts form values to API input: only officials have areas, only applicants an organisation. */
export const placeOf = ({ role, areas, organisation, office, nameIsPublic }: RoleTyped) => ({
  role,
  office,
  nameIsPublic,
  ...(role === 'official' && areas.length ? { areas } : {}),
  ...(role === 'applicant' && organisation ? { organisation } : {}),
});

function Areas({ form }: { form: PersistedForm<RoleTyped> }) {
  const { t } = useTranslation();
  const text = useText();
  const { areaList } = useProgramme();
  return (
    <fieldset className="field">
      <legend>{t('access.people.areas')}</legend>
      <p className="field-hint">{t('access.people.areasHint')}</p>
      {areaList.map(({ key, name }) => (
        <label key={key} className="choice">
          <input type="checkbox" value={key} {...form.register('areas')} /> {text(name).text}
        </label>
      ))}
    </fieldset>
  );
}

export function RoleFields<V extends RoleTyped>({ form: wide }: { form: PersistedForm<V> }) {
  const { t } = useTranslation();
  const form = wide as unknown as PersistedForm<RoleTyped>;
  const role = useWatch({ control: form.control, name: 'role' });
  return (
    <>
      <Field
        form={form}
        name="role"
        label={t('access.people.role')}
        options={roles.map((value) => ({ value, label: t(`access.role.${value}`) }))}
        required
      />
      {role === 'official' && <Areas form={form} />}
      {role === 'applicant' && <Field form={form} name="organisation" label={t('access.people.organisation')} />}
      <Field form={form} name="office" label={t('access.people.office')} required />
      <Field
        form={form}
        name="nameIsPublic"
        type="checkbox"
        label={t('access.people.namePublic')}
        hint={t('access.people.namePublicHint')}
      />
    </>
  );
}
