// SPDX-License-Identifier: AGPL-3.0-or-later

import { useFieldArray } from 'react-hook-form';
import type { keepRequirements } from '../../../api/labs/qualification/contract.ts';
import { requirementMeasureWords } from '../../../api/labs/qualification/fields.ts';
import type { Measure } from '../../../api/labs/qualification/rules.ts';
import { choicesOf } from '../../../api/platform/fields/rules.ts';
import { useTranslate } from '../../i18n/translate.ts';
import { useSending } from '../../sending.ts';
import { useAddress } from '../../ui/address.ts';
import { Both } from '../../ui/Both.tsx';
import { Field, Form } from '../../ui/Form.tsx';
import { type PersistedForm, usePersistedForm } from '../../ui/persisted.ts';
import { numberOrNull, textOrNull } from '../../ui/typed.ts';
import type { Requirement } from './queries.ts';

const measures = choicesOf({ choices: requirementMeasureWords });

interface Row {
  ownKey: string;
  nameIt: string;
  nameEn: string;
  measure: string;
  atLeast: number | null;
  document: boolean;
}
interface Typed {
  items: Row[];
}
const empty: Row = { ownKey: '', nameIt: '', nameEn: '', measure: '', atLeast: null, document: false };

const typedOf = ({ key, name, measure, atLeast, document }: Requirement): Row => ({
  ownKey: key,
  nameIt: name.it,
  nameEn: name.en ?? '',
  measure: measure ?? '',
  atLeast,
  document,
});

const inputOf = ({ ownKey, nameIt, nameEn, measure, atLeast, document }: Row) => ({
  ...(ownKey ? { key: ownKey } : {}),
  name: textOrNull(nameIt, nameEn) ?? { it: '' },
  measure: (measure || null) as Measure | null,
  atLeast: measure ? numberOrNull(atLeast) : null,
  document,
});

function Rows({ form }: { form: PersistedForm<Typed> }) {
  const { t, said } = useTranslate();
  const { fields, append, remove, swap } = useFieldArray({ control: form.control, name: 'items' });
  const name = t('qualification.requirementName');
  const options = [
    { value: '', label: t('qualification.noMeasure') },
    ...measures.map((value) => ({ value, label: said(requirementMeasureWords[value]) })),
  ];
  return (
    <>
      {fields.map((field, at) => (
        <div key={field.id} className="field-rows">
          <Both form={form} it={`items.${at}.nameIt`} en={`items.${at}.nameEn`} label={name} required />
          <Field form={form} name={`items.${at}.measure`} label={t('qualification.measure')} options={options} />
          <Field
            form={form}
            name={`items.${at}.atLeast`}
            type="number"
            min="0.1"
            step="0.1"
            label={t('qualification.atLeast')}
          />
          <Field form={form} name={`items.${at}.document`} type="checkbox" label={t('qualification.needsDocument')} />
          <span>
            {at > 0 && (
              <button type="button" className="plain" onClick={() => swap(at, at - 1)}>
                {t('qualification.up')}
              </button>
            )}{' '}
            <button type="button" className="plain" onClick={() => remove(at)}>
              {t('qualification.remove')}
            </button>
          </span>
        </div>
      ))}
      <p>
        <button type="button" className="plain" onClick={() => append(empty)}>
          {t('qualification.add')}
        </button>
      </p>
    </>
  );
}

interface RequirementsFormProps {
  requirements: readonly Requirement[];
  onDone: () => void;
  onCancel: () => void;
}

/** Requirements of the qualified list, edited by officials. */
export function RequirementsForm({ requirements, onDone, onCancel }: RequirementsFormProps) {
  const { t } = useTranslate();
  const { programme } = useAddress();
  const path = '/api/v1/programmes/{programme}/qualified-labs/requirements';
  const { send, ...sending } = useSending<typeof keepRequirements>('PUT', path);
  const { form, props } = usePersistedForm<Typed, unknown>({
    name: 'requirements',
    empty: { items: requirements.map(typedOf) },
    sending,
    send: ({ items }) => send({ params: { programme }, input: { items: items.map(inputOf) } }),
    onDone,
  });
  return (
    <Form {...props} submit={t('qualification.saveRequirements')} onCancel={onCancel}>
      <Rows form={form} />
    </Form>
  );
}
