// SPDX-License-Identifier: AGPL-3.0-or-later

import { useFieldArray } from 'react-hook-form';
import { whyNotExceptions, whyNotHours } from '../../../api/labs/directory/rules.ts';
import { useTranslate } from '../../i18n/translate.ts';
import { Both } from '../../ui/Both.tsx';
import { Field } from '../../ui/Form.tsx';
import type { PersistedForm } from '../../ui/persisted.ts';
import { textOrNull } from '../../ui/typed.ts';
import { useWeekdays } from '../directory/Opening.tsx';
import type { Lab } from '../directory/queries.ts';
import { SectionForm, type SectionProps } from './SectionForm.tsx';

const accesses = ['public', 'public-hours', 'members', 'appointment'] as const;

interface Typed {
  access: string;
  /** The form has two spans per day (empty means none); further spans of a day are kept. */
  days: { opens: string; closes: string; opens2: string; closes2: string; more: { opens: string; closes: string }[] }[];
  exceptions: { from: string; to: string; opens: string; closes: string; it: string; en: string }[];
}

/** Midnight as closing time is entered as 00:00, because a time input does not accept 24:00. */
const closingOf = (typed: string) => (typed === '00:00' ? '24:00' : typed);
const typedClosing = (closes: string | undefined) => (closes === '24:00' ? '00:00' : (closes ?? ''));

const spansOf = (day: Typed['days'][number]) =>
  [
    { opens: day.opens, closes: closingOf(day.closes) },
    { opens: day.opens2, closes: closingOf(day.closes2) },
    ...day.more,
  ].filter(({ opens, closes }) => opens || closes);

function typedOf({ access, hours, exceptions }: Lab): Typed {
  const days = [1, 2, 3, 4, 5, 6, 7].map((weekday) => {
    const [one, two, ...rest] = (hours ?? [])
      .filter((span) => span.weekday === weekday)
      .toSorted((a, b) => a.opens.localeCompare(b.opens));
    return {
      opens: one?.opens ?? '',
      closes: typedClosing(one?.closes),
      opens2: two?.opens ?? '',
      closes2: typedClosing(two?.closes),
      more: rest.map(({ opens, closes }) => ({ opens, closes })),
    };
  });
  const special = exceptions.map(({ from, to, opens = '', closes, why }) => {
    return { from, to, opens, closes: typedClosing(closes), it: why?.it ?? '', en: why?.en ?? '' };
  });
  return { access: access ?? '', days, exceptions: special };
}

const hoursOf = ({ days }: Typed) =>
  days.flatMap((day, at) => spansOf(day).map((span) => ({ weekday: at + 1, ...span })));

const exceptionsOf = ({ exceptions }: Typed) =>
  exceptions.map(({ from, to, opens, closes, it, en }) => {
    const why = textOrNull(it, en);
    return {
      from,
      to: to || from,
      ...(opens && closes ? { opens, closes: closingOf(closes) } : {}),
      ...(why ? { why } : {}),
    };
  });

function Day({ form, at, name }: { form: PersistedForm<Typed>; at: number; name: string }) {
  const { t } = useTranslate();
  const [opens2] = form.watch([`days.${at}.opens2`]);
  const copy = () => form.setValue(`days.${at}`, { ...form.getValues(`days.${at - 1}`) }, { shouldDirty: true });
  const second = () => form.setValue(`days.${at}.opens2`, '14:00', { shouldDirty: true });
  return (
    <fieldset className="day-hours">
      <legend>{name}</legend>
      <Field form={form} name={`days.${at}.opens`} type="time" label={t('entry.opens')} />
      <Field form={form} name={`days.${at}.closes`} type="time" label={t('entry.closes')} />
      {opens2 ? (
        <>
          <Field form={form} name={`days.${at}.opens2`} type="time" label={t('entry.opens')} />
          <Field form={form} name={`days.${at}.closes2`} type="time" label={t('entry.closes')} />
        </>
      ) : (
        <button type="button" className="plain" onClick={second}>
          {t('entry.addSpan')}
        </button>
      )}
      {at > 0 && (
        <button type="button" className="plain" onClick={copy}>
          {t('entry.asAbove')}
        </button>
      )}
    </fieldset>
  );
}

function Exceptions({ form }: { form: PersistedForm<Typed> }) {
  const { t } = useTranslate();
  const { fields, append, remove } = useFieldArray({ control: form.control, name: 'exceptions' });
  const empty = { from: '', to: '', opens: '', closes: '', it: '', en: '' };
  const why = t('entry.why');
  return (
    <fieldset className="field">
      <legend>{t('entry.exceptions')}</legend>
      <p className="field-hint">{t('entry.exceptionsAbout')}</p>
      {fields.map((field, at) => (
        <div key={field.id} className="field-rows">
          <Field form={form} name={`exceptions.${at}.from`} type="date" label={t('entry.from')} required />
          <Field form={form} name={`exceptions.${at}.to`} type="date" label={t('entry.to')} />
          <Field form={form} name={`exceptions.${at}.opens`} type="time" label={t('entry.opens')} />
          <Field form={form} name={`exceptions.${at}.closes`} type="time" label={t('entry.closes')} />
          <Both form={form} it={`exceptions.${at}.it`} en={`exceptions.${at}.en`} label={why} />
          <button type="button" className="plain" onClick={() => remove(at)}>
            {t('entry.remove')}
          </button>
        </div>
      ))}
      <p>
        <button type="button" className="plain" onClick={() => append(empty)}>
          {t('entry.add')}
        </button>
      </p>
    </fieldset>
  );
}

/** Opening hours and access; validated while typing with the server's rules. */
export function HoursForm(props: SectionProps) {
  const { t } = useTranslate();
  const weekdays = useWeekdays();
  return (
    <SectionForm
      {...props}
      section="hours"
      typed={typedOf(props.lab)}
      inputOf={(now) => ({
        access: (now.access || null) as Lab['access'],
        hours: hoursOf(now).length > 0 ? hoursOf(now) : null,
        exceptions: exceptionsOf(now),
      })}
    >
      {(form) => {
        const now = form.watch();
        const rule = whyNotHours(hoursOf(now)) ?? whyNotExceptions(exceptionsOf(now).filter(({ from }) => from));
        return (
          <>
            <Field
              form={form}
              name="access"
              label={t('entry.access')}
              options={[
                { value: '', label: '—' },
                ...accesses.map((value) => ({ value, label: t(`entry.accesses.${value}`) })),
              ]}
            />
            {weekdays.map((name, at) => (
              <Day key={name} form={form} at={at} name={name} />
            ))}
            <Exceptions form={form} />
            <p className="field-error" role="status">
              {rule && t(`entry.rules.${rule}`)}
            </p>
          </>
        );
      }}
    </SectionForm>
  );
}
