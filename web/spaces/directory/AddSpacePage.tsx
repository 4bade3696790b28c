// SPDX-License-Identifier: AGPL-3.0-or-later

import { useNavigate } from 'react-router';
import type { createSpace } from '../../../api/spaces/directory/contract.ts';
import { ownerKinds, spaceKinds } from '../../../api/spaces/directory/rules.ts';
import { useTranslate } from '../../i18n/translate.ts';
import { useSending } from '../../sending.ts';
import { useAddress } from '../../ui/address.ts';
import { Both } from '../../ui/Both.tsx';
import { Field, Form } from '../../ui/Form.tsx';
import { Go } from '../../ui/Go.tsx';
import { OnlyFor } from '../../ui/OnlyFor.tsx';
import { usePersistedForm } from '../../ui/persisted.ts';
import { orNone, textOrNull } from '../../ui/typed.ts';
import type { Space } from './queries.ts';

const empty = { nameIt: '', nameEn: '', kind: 'building' as string, ownerKind: '' };

function AddSpace() {
  const { t } = useTranslate();
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
      <Both form={form} it="nameIt" en="nameEn" label={t('fields.name')} required />
      <Field
        form={form}
        name="kind"
        label={t('spaces.kind')}
        options={spaceKinds.map((value) => ({ value, label: t(`spaces.kinds.${value}`) }))}
        required
      />
      <Field
        form={form}
        name="ownerKind"
        label={t('spaces.ownerKind')}
        options={orNone(ownerKinds, (kind) => t(`spaces.ownerKinds.${kind}`))}
      />
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
