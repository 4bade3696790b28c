// SPDX-License-Identifier: AGPL-3.0-or-later

import { labFields } from '../../../api/labs/directory/fields.ts';
import { useZones } from '../../city/territory/queries.ts';
import { useText } from '../../i18n/text.ts';
import { useTranslate } from '../../i18n/translate.ts';
import { useChoices } from '../../platform/fields/FieldValue.tsx';
import { Field } from '../../ui/Form.tsx';
import { PointFields } from '../../ui/PointFields.tsx';
import { numberOrNull } from '../../ui/typed.ts';
import { SectionForm, type SectionProps } from './SectionForm.tsx';

const none = { value: '', label: '—' };
interface Typed {
  address: string;
  latitude: string;
  longitude: string;
  zone: string;
  wheelchair: string;
}

/** Location and wheelchair access. */
export function PlaceForm(props: SectionProps) {
  const { t, said } = useTranslate();
  const { orNone } = useChoices();
  const text = useText();
  const { lab } = props;
  const zones = (useZones().data?.items ?? []).map(({ key, name }) => ({ value: key, label: text(name).text }));
  const typed: Typed = {
    address: lab.address ?? '',
    latitude: lab.latitude?.toString() ?? '',
    longitude: lab.longitude?.toString() ?? '',
    zone: lab.zone?.key ?? '',
    wheelchair: lab.wheelchair ?? '',
  };
  return (
    <SectionForm
      {...props}
      section="place"
      typed={typed}
      inputOf={(now) => ({
        address: now.address.trim() || null,
        latitude: numberOrNull(now.latitude),
        longitude: numberOrNull(now.longitude),
        // If the user has not changed the zone, derive it from the coordinates.
        ...(now.zone === typed.zone ? {} : { zone: now.zone || null }),
        wheelchair: (now.wheelchair || null) as typeof lab.wheelchair,
      })}
    >
      {(form) => (
        <>
          <Field form={form} name="address" label={said(labFields.address.label)} autoComplete="street-address" />
          <PointFields form={form} />
          <Field
            form={form}
            name="zone"
            label={said(labFields.zone.label)}
            hint={t('entry.zoneFound')}
            options={[none, ...zones]}
          />
          <Field
            form={form}
            name="wheelchair"
            label={said(labFields.wheelchair.label)}
            options={orNone(labFields.wheelchair)}
          />
        </>
      )}
    </SectionForm>
  );
}
