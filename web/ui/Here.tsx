// SPDX-License-Identifier: AGPL-3.0-or-later
import { useState } from 'react';
import type { FieldValues, Path, PathValue, UseFormReturn } from 'react-hook-form';
import { useTold } from '../i18n/told.ts';

const digits = 5;

/** Takes the coordinates from the phone that stands there. */
export function Here<V extends FieldValues & { latitude: string; longitude: string }>({
  form,
}: {
  form: UseFormReturn<V>;
}) {
  const { t } = useTold();
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
