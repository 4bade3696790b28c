// SPDX-License-Identifier: AGPL-3.0-or-later

import { useState } from 'react';
import type { RegisterRequest } from '../../../api/labs/proposals/contract.ts';
import { spaceFields } from '../../../api/spaces/directory/fields.ts';
import type { answerReport } from '../../../api/spaces/reports/contract.ts';
import { useTranslate } from '../../i18n/translate.ts';
import { Accepting } from '../../labs/proposals/Accepting.tsx';
import { useChoices } from '../../platform/fields/FieldValue.tsx';
import { useSending } from '../../sending.ts';
import { useAddress } from '../../ui/address.ts';
import { Both } from '../../ui/Both.tsx';
import type { Ends } from '../../ui/EditSection.tsx';
import { Field, Form } from '../../ui/Form.tsx';
import { type PersistedForm, usePersistedForm } from '../../ui/persisted.ts';
import { Answer } from '../../ui/states.tsx';
import { numberOrNull, textOrNull } from '../../ui/typed.ts';
import type { Space } from '../directory/queries.ts';
import { AlikeSpaces } from './AlikeSpaces.tsx';
import { type Reported, reportedIn, useSpaceLookalikes } from './queries.ts';

const typedOf = (reported: Reported | null) => ({
  answer: '',
  nameIt: reported?.name ?? '',
  nameEn: '',
  kind: (reported?.kind ?? 'other') as string,
  ownerKind: '',
  blurM: '',
  existing: '',
  noteIt: '',
  noteEn: '',
});
type Typed = ReturnType<typeof typedOf>;

/** An accepted report is linked to an existing space or creates one. */
function acceptedOf(typed: Typed, known: boolean) {
  const existing = typed.existing.trim();
  const note = textOrNull(typed.noteIt, typed.noteEn);
  if (known || existing) return { ...(existing ? { existing } : {}), ...(note ? { note } : {}) };
  const name = textOrNull(typed.nameIt, typed.nameEn);
  const blurM = numberOrNull(typed.blurM);
  return {
    ...(name ? { name } : {}),
    kind: typed.kind as Space['kind'],
    ...(typed.ownerKind ? { ownerKind: typed.ownerKind as NonNullable<Space['ownerKind']> } : {}),
    ...(blurM === null ? {} : { blurM }),
  };
}

function Alike({ of }: { of: Reported }) {
  const { t } = useTranslate();
  const asked = { name: of.name, address: of.address ?? '', latitude: of.latitude, longitude: of.longitude };
  return (
    <Answer of={useSpaceLookalikes(asked)} height={80}>
      {({ items }) => (
        <>
          <h4>{items.length > 0 ? t('requests.alike') : t('requests.noneAlike')}</h4>
          <AlikeSpaces of={items} />
        </>
      )}
    </Answer>
  );
}

function NewSpace({ form, reported }: { form: PersistedForm<Typed>; reported: Reported }) {
  const { t, said } = useTranslate();
  const { optionsOf, orNone } = useChoices();
  const { kind: kindField, owner_kind: ownerField, blur_m: blurField } = spaceFields;
  return (
    <>
      <Field form={form} name="existing" label={t('census.report.existing')} hint={t('census.report.existingHint')} />
      <Alike of={reported} />
      <Both form={form} it="nameIt" en="nameEn" label={t('census.report.newName')} />
      <div className="field-pair">
        <Field form={form} name="kind" label={said(kindField.label)} options={optionsOf(kindField)} />
        <Field form={form} name="ownerKind" label={said(ownerField.label)} options={orNone(ownerField)} />
      </div>
      <Field
        form={form}
        name="blurM"
        type="number"
        min={blurField.min}
        max={blurField.max}
        step="10"
        label={t('census.form.blur')}
        hint={t('census.form.blurHint')}
      />
    </>
  );
}

/** Accepts or refuses a report, with a message to the sender. */
export function AnswerReport({ request, onDone, onCancel }: Ends & { request: RegisterRequest }) {
  const { t } = useTranslate();
  const { programme } = useAddress();
  const [accepted, setAccepted] = useState(true);
  const { requestId, space } = request;
  const reported = reportedIn(request);
  const { send, ...sending } = useSending<typeof answerReport>(
    'POST',
    '/api/v1/programmes/{programme}/space-reports/{request}/answer',
  );
  const { form, props } = usePersistedForm({
    name: `answer-report.${requestId}`,
    empty: typedOf(reported),
    sending,
    send: (typed) => {
      const answer = typed.answer.trim() ? { answer: typed.answer.trim() } : {};
      const input = { accepted, ...answer, ...(accepted ? acceptedOf(typed, space !== null) : {}) };
      return send({ params: { programme, request: requestId }, input });
    },
    onDone,
  });
  return (
    <Form {...props} submit={t('requests.send')} onCancel={onCancel}>
      <Accepting accepted={accepted} onAccepted={setAccepted} />
      {accepted && !space && reported && <NewSpace form={form} reported={reported} />}
      {accepted && <Both form={form} it="noteIt" en="noteEn" label={t('census.report.publicNote')} rows={2} />}
      <Field
        form={form}
        name="answer"
        label={t('requests.words')}
        hint={t('requests.wordsHint')}
        rows={4}
        required={!accepted}
      />
    </Form>
  );
}
