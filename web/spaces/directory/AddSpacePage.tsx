// SPDX-License-Identifier: AGPL-3.0-or-later

import { useNavigate } from 'react-router';
import type { createSpace } from '../../../api/spaces/directory/contract.ts';
import { spaceFields } from '../../../api/spaces/directory/fields.ts';
import { useTranslate } from '../../i18n/translate.ts';
import { useChoices } from '../../platform/fields/FieldValue.tsx';
import { useSending } from '../../sending.ts';
import { useAddress } from '../../ui/address.ts';
import { Both } from '../../ui/Both.tsx';
import { Field, Form } from '../../ui/Form.tsx';
import { Go } from '../../ui/Go.tsx';
import { OnlyFor } from '../../ui/OnlyFor.tsx';
import { usePersistedForm } from '../../ui/persisted.ts';
import { textOrNull } from '../../ui/typed.ts';
import type { Space } from './queries.ts';

const empty = { nameIt: '', nameEn: '', kind: 'building' as string, ownerKind: '' };

function AddSpace() {
  const { t, said } = useTranslate();
  const { optionsOf, orNone } = useChoices();
  const { name: nameField, kind: kindField, owner_kind: ownerField } = spaceFields;
  const { programme, to } = useAddress();
  const navigate = useNavigate();
  const { send, ...sending } = useSending<typeof createSpace>('POST', '/api/v1/programmes/{programme}/spaces');
  const { form, props } = usePersistedForm({
    name: 'space.new',
    empty,
    sending,
    send: ({ nameIt, nameEn, kind, ownerKind }) => {
      const name = textOrNull(nameIt, nameEn) ?? { it: '' };
      const of = { kind: kind as Space['kind'], ownerKind: (ownerKind || null) as Space['ownerKind'] };
      return send({ params: { programme }, input: { name, ...of } });
    },
    onDone: ({ key }) => navigate(to(`spaces/${key}`)),
  });
  return (
    <Form {...props} submit={t('census.form.send')}>
      <Both form={form} it="nameIt" en="nameEn" label={said(nameField.label)} required />
      <Field form={form} name="kind" label={said(kindField.label)} options={optionsOf(kindField)} required />
      <Field form={form} name="ownerKind" label={said(ownerField.label)} options={orNone(ownerField)} />
    </Form>
  );
}

/** Officials add a space with name and kind; the rest is edited on its page. */
export function AddSpacePage() {
  const { t } = useTranslate();
  return (
    <OnlyFor right="keep-spaces" title={t('census.form.title')} notYours={t('census.form.notYours')}>
      <div className="page narrow">
        <section>
          <p className="kicker">
            <Go to="spaces">{t('nav.spaces')}</Go>
          </p>
          <h1 className="lead">{t('census.form.title')}</h1>
          <p className="prose">{t('census.form.about')}</p>
          <AddSpace />
        </section>
      </div>
    </OnlyFor>
  );
}
