// SPDX-License-Identifier: AGPL-3.0-or-later

import { useFieldArray } from 'react-hook-form';
import { labFields } from '../../../api/labs/directory/fields.ts';
import { useTranslate } from '../../i18n/translate.ts';
import { useChoices } from '../../platform/fields/FieldValue.tsx';
import { Both } from '../../ui/Both.tsx';
import { Choices } from '../../ui/Choices.tsx';
import { Field } from '../../ui/Form.tsx';
import type { PersistedForm } from '../../ui/persisted.ts';
import { numberOrNull, textOrNull } from '../../ui/typed.ts';
import type { Lab } from '../directory/queries.ts';
import { SectionForm, type SectionProps } from './SectionForm.tsx';

const spans = ['once', 'hour', 'day', 'month', 'year'] as const;

interface Typed {
  services: string[];
  languages: string;
  prices: { it: string; en: string; amountEur: number | null; per: string }[];
}

function Prices({ form }: { form: PersistedForm<Typed> }) {
  const { t } = useTranslate();
  const { fields, append, remove } = useFieldArray({ control: form.control, name: 'prices' });
  const name = t('entry.priceName');
  return (
    <fieldset className="field">
      <legend>{t('entry.prices')}</legend>
      {fields.map((field, at) => (
        <div key={field.id} className="field-rows">
          <Both form={form} it={`prices.${at}.it`} en={`prices.${at}.en`} label={name} required />
          <Field
            form={form}
            name={`prices.${at}.amountEur`}
            type="number"
            min="0"
            step="0.01"
            label={t('entry.price')}
            required
          />
          <Field
            form={form}
            name={`prices.${at}.per`}
            label={t('entry.per')}
            options={spans.map((value) => ({ value, label: t(`entry.pers.${value}`) }))}
            required
          />
          <button type="button" className="plain" onClick={() => remove(at)}>
            {t('entry.remove')}
          </button>
        </div>
      ))}
      <p>
        <button
          type="button"
          className="plain"
          onClick={() => append({ it: '', en: '', amountEur: null, per: 'month' })}
        >
          {t('entry.add')}
        </button>
      </p>
    </fieldset>
  );
}

/** Services, languages and prices. */
export function ServicesForm(props: SectionProps) {
  const { t, said } = useTranslate();
  const { optionsOf } = useChoices();
  const { lab } = props;
  const typed: Typed = {
    services: lab.services,
    languages: lab.languages.join(' '),
    prices: lab.prices.map(({ name, amountEur, per }) => ({ it: name.it, en: name.en ?? '', amountEur, per })),
  };
  return (
    <SectionForm
      {...props}
      section="services"
      typed={typed}
      inputOf={(now) => ({
        services: now.services as Lab['services'],
        languages: now.languages
          .toLowerCase()
          .split(/[\s,;]+/)
          .filter(Boolean),
        prices: now.prices.map(({ it, en, amountEur, per }) => ({
          name: textOrNull(it, en) ?? { it: '' },
          amountEur: numberOrNull(amountEur) ?? 0,
          per: per as Lab['prices'][number]['per'],
        })),
      })}
    >
      {(form) => (
        <>
          <Choices
            form={form}
            name="services"
            label={said(labFields.services.label)}
            options={optionsOf(labFields.services)}
          />
          <Field form={form} name="languages" label={t('entry.languages')} />
          <Prices form={form} />
        </>
      )}
    </SectionForm>
  );
}
