// SPDX-License-Identifier: AGPL-3.0-or-later

import { useWatch } from 'react-hook-form';
import type { ReplyOf } from '../../../api/contract.ts';
import type { readSpacePlace } from '../../../api/spaces/directory/contract.ts';
import { spaceFields } from '../../../api/spaces/directory/fields.ts';
import { type Territory, useZones } from '../../city/territory/queries.ts';
import { useText } from '../../i18n/text.ts';
import { useTranslate } from '../../i18n/translate.ts';
import { together } from '../../reading.ts';
import { Field } from '../../ui/Form.tsx';
import { PointFields } from '../../ui/PointFields.tsx';
import type { PersistedForm } from '../../ui/persisted.ts';
import { Answer } from '../../ui/states.tsx';
import { numberOrNull, orNone } from '../../ui/typed.ts';
import { useExactPlace } from './queries.ts';
import { SpaceForm, type SpaceFormProps } from './SpaceForm.tsx';

interface Typed {
  address: string;
  latitude: string;
  longitude: string;
  zone: string;
  blurM: string;
}

/** Sends only changed fields, so that an exact place not visible here is kept. */
function inputOf(now: Typed, before: Typed) {
  const touched = (name: keyof Typed) => now[name] !== before[name];
  return {
    ...(touched('address') ? { address: now.address.trim() || null } : {}),
    ...(touched('latitude') ? { latitude: numberOrNull(now.latitude) } : {}),
    ...(touched('longitude') ? { longitude: numberOrNull(now.longitude) } : {}),
    ...(touched('zone') ? { zone: now.zone || null } : {}),
    ...(touched('blurM') ? { blurM: numberOrNull(now.blurM) } : {}),
  };
}

/** Blurring cannot hide what was already public: warn before saving. */
function Blur({ form, wasExact }: { form: PersistedForm<Typed>; wasExact: boolean }) {
  const { t } = useTranslate();
  const blurM = useWatch({ control: form.control, name: 'blurM' });
  return (
    <>
      <Field
        form={form}
        name="blurM"
        type="number"
        min={spaceFields.blur_m.min}
        max={spaceFields.blur_m.max}
        step="10"
        label={t('census.form.blur')}
        hint={t('census.form.blurHint')}
      />
      <p role="status" className="entry-caution">
        {wasExact && blurM ? t('census.form.blurPast') : ''}
      </p>
    </>
  );
}

type Exact = ReplyOf<typeof readSpacePlace>;

function PlaceForm({ exact, territory, ...props }: SpaceFormProps & { exact: Exact; territory: Territory }) {
  const { t, said } = useTranslate();
  const text = useText();
  const { space } = props;
  const zones = new Map(territory.items.map(({ key, name }) => [key, text(name).text]));
  const typed: Typed = {
    address: exact.address ?? '',
    latitude: exact.latitude?.toString() ?? '',
    longitude: exact.longitude?.toString() ?? '',
    zone: space.zone?.key ?? '',
    blurM: space.blurM?.toString() ?? '',
  };
  const known = space.blurM === null && (space.latitude !== null || space.address !== null);
  return (
    <SpaceForm {...props} section="place" typed={typed} inputOf={(now) => inputOf(now, typed)}>
      {(form) => (
        <>
          {space.blurM !== null && <p className="muted">{t('census.exactTitle')}</p>}
          <Field form={form} name="address" label={said(spaceFields.address.label)} autoComplete="off" />
          <PointFields form={form} />
          <Field
            form={form}
            name="zone"
            label={said(spaceFields.zone.label)}
            hint={t('entry.zoneFound')}
            options={orNone([...zones.keys()], (key) => zones.get(key) ?? key)}
          />
          <Blur form={form} wasExact={known} />
        </>
      )}
    </SpaceForm>
  );
}

/** Location of the space; officials see the exact place even if the public does not. */
export function PlaceSpace(props: SpaceFormProps) {
  return (
    <Answer of={together(useExactPlace(props.space.key), useZones())} height={320}>
      {([exact, territory]) => <PlaceForm {...props} exact={exact} territory={territory} />}
    </Answer>
  );
}
