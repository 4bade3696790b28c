// SPDX-License-Identifier: AGPL-3.0-or-later
import { useState } from 'react';
import type { FieldValues, Path, PathValue, UseFormReturn } from 'react-hook-form';
import { useTranslate } from '../i18n/translate.ts';
import { Field } from './Form.tsx';

const digits = 5;

/** Reads the coordinates from the device's position. */
function Here<V extends FieldValues & { latitude: string; longitude: string }>({ form }: { form: UseFormReturn<V> }) {
  const { t } = useTranslate();
  const [failed, setFailed] = useState(false);
  const set = (name: 'latitude' | 'longitude', degrees: number) =>
    form.setValue(name as Path<V>, degrees.toFixed(digits) as PathValue<V, Path<V>>, { shouldDirty: true });
  const take = () =>
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        setFailed(false);
        set('latitude', coords.latitude);
        set('longitude', coords.longitude);
      },
      () => setFailed(true),
    );
  return (
    <p>
      <button type="button" className="plain" onClick={take}>
        {t('entry.here')}
      </button>
      <span role="status">{failed && ` ${t('entry.hereFailed')}`}</span>
    </p>
  );
}

/** Coordinates of a place: typed, or read from the device. */
export function PointFields<V extends FieldValues & { latitude: string; longitude: string }>(of: {
  form: UseFormReturn<V>;
}) {
  const { t } = useTranslate();
  const { form } = of;
  return (
    <>
      <div className="field-pair">
        <Field form={form} name={'latitude' as Path<V>} type="number" step="any" label={t('entry.latitude')} />
        <Field form={form} name={'longitude' as Path<V>} type="number" step="any" label={t('entry.longitude')} />
      </div>
      <Here form={form} />
    </>
  );
}
