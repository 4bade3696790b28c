// SPDX-License-Identifier: AGPL-3.0-or-later

import { useDeferredValue, useState } from 'react';
import { useWatch } from 'react-hook-form';
import { labFields } from '../../../api/labs/directory/fields.ts';
import type { proposeLab } from '../../../api/labs/proposals/contract.ts';
import { useText } from '../../i18n/text.ts';
import { useTranslate } from '../../i18n/translate.ts';
import { useChoices } from '../../platform/fields/FieldValue.tsx';
import { useProgramme } from '../../programme.ts';
import { useSending } from '../../sending.ts';
import { useAddress } from '../../ui/address.ts';
import { Field, Form } from '../../ui/Form.tsx';
import { type PersistedForm, usePersistedForm } from '../../ui/persisted.ts';
import { useTitle } from '../../ui/title.ts';
import { numberOrNull } from '../../ui/typed.ts';
import type { Lab } from '../directory/queries.ts';
import { AskerFields, AskPage, LookIntoMail, nobody } from './Asking.tsx';
import { Lookalikes } from './Lookalikes.tsx';
import { useLookalikes } from './queries.ts';

const empty = {
  ...nobody,
  labName: '',
  kind: 'fablab' as string,
  address: '',
  latitude: '',
  longitude: '',
  url: '',
  about: '',
  mine: false,
};
type Typed = typeof empty;

/** Possible duplicates, searched while typing. */
function Alike({ form }: { form: PersistedForm<Typed> }) {
  const { t } = useTranslate();
  const [labName, url, latitude, longitude] = useWatch({
    control: form.control,
    name: ['labName', 'url', 'latitude', 'longitude'],
  });
  const name = useDeferredValue(labName.trim().slice(0, 100));
  const asked = {
    name: name.length < 3 ? '…' : name,
    ...(url.trim() ? { url: url.trim().slice(0, 100) } : {}),
    ...(latitude && longitude ? { near: `${latitude},${longitude}` } : {}),
  };
  const items = useLookalikes(asked).data?.items ?? [];
  return (
    <div className="alike" role="status">
      {items.length > 0 && (
        <>
          <h2>{t('propose.alike')}</h2>
          <p className="muted">{t('propose.alikeAbout')}</p>
          <Lookalikes of={items} to={(key) => `labs/${key}`} />
        </>
      )}
    </div>
  );
}

function useProposing(onSent: (email: string) => void) {
  const { programme, language } = useAddress();
  const { send, ...sending } = useSending<typeof proposeLab>('POST', '/api/v1/programmes/{programme}/proposals');
  return usePersistedForm({
    name: 'propose',
    empty,
    sending,
    send: ({ name, email, labName, kind, mine, ...typed }) => {
      const lab = {
        labName,
        kind: kind as Lab['kind'],
        address: typed.address.trim() || null,
        latitude: numberOrNull(typed.latitude),
        longitude: numberOrNull(typed.longitude),
        url: typed.url.trim() || null,
        about: typed.about.trim() || null,
        mine,
      };
      return send({ params: { programme }, input: { name, email, language, lab } });
    },
    onDone: (_, { email }) => onSent(email),
  });
}

function Proposal({ onSent }: { onSent: (email: string) => void }) {
  const { t, said } = useTranslate();
  const { optionsOf } = useChoices();
  const { form, props } = useProposing(onSent);
  return (
    <Form {...props} submit={t('propose.send')}>
      <Field form={form} name="labName" label={t('propose.labName')} required />
      <Alike form={form} />
      <Field form={form} name="kind" label={said(labFields.kind.label)} options={optionsOf(labFields.kind)} required />
      <Field form={form} name="address" label={said(labFields.address.label)} />
      <div className="field-pair">
        <Field form={form} name="latitude" type="number" step="any" label={said(labFields.latitude.label)} />
        <Field form={form} name="longitude" type="number" step="any" label={said(labFields.longitude.label)} />
      </div>
      <Field form={form} name="url" type="url" label={t('propose.site')} />
      <Field form={form} name="about" label={t('propose.words')} rows={3} />
      <Field form={form} name="mine" type="checkbox" label={t('propose.mine')} />
      <AskerFields form={form} />
    </Form>
  );
}

/** Public form to propose a missing lab. */
export function ProposePage() {
  const { t } = useTranslate();
  const text = useText();
  const { name } = useProgramme();
  const [sent, setSent] = useState<string>();
  useTitle(t('propose.title'), text(name).text);
  return (
    <AskPage title={t('propose.title')} about={t('propose.about')}>
      {sent ? <LookIntoMail email={sent} onAgain={() => setSent(undefined)} /> : <Proposal onSent={setSent} />}
    </AskPage>
  );
}
