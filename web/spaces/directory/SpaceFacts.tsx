// SPDX-License-Identifier: AGPL-3.0-or-later
import { spaceRecord } from '../../../api/spaces/directory/fields.ts';
import type { Section } from '../../../api/spaces/directory/rules.ts';
import { Coordinates } from '../../city/territory/Coordinates.tsx';
import { Where } from '../../city/territory/Where.tsx';
import { useFormat } from '../../i18n/format.ts';
import { useTranslate } from '../../i18n/translate.ts';
import { useFacts } from '../../platform/fields/FieldValue.tsx';
import type { FactsProps } from '../../ui/Facts.tsx';
import type { Space } from './queries.ts';

type Told = FactsProps['facts'];

function usePlace() {
  const { t, said } = useTranslate();
  const { squareMetres } = useFormat();
  const { address: addressField, zone: zoneField } = spaceRecord.fields;
  return ({ address, zone, latitude, longitude, blurM }: Space): Told => {
    const metres = squareMetres(blurM ?? 0).replace('²', '');
    const point = <Coordinates key="coordinates" latitude={latitude} longitude={longitude} />;
    return [
      [said(addressField.label), blurM === null ? address : t('census.blurredShort')],
      [said(zoneField.label), <Where key="zone" zone={zone} />],
      [
        t('territory.coordinates'),
        blurM === null || latitude === null ? (
          point
        ) : (
          <>
            {point}
            <br />
            {t('census.blurred', { metres })}
          </>
        ),
      ],
    ];
  };
}

function useReports() {
  const { t } = useTranslate();
  return ({ reports }: Space): Told =>
    reports > 0 ? [[t('census.report.open'), t('census.reported', { count: reports })]] : [];
}

/** Facts per section of a space; the place is shown by its own code, since it may be blurred. */
export function useSpaceFacts(): (section: Section, space: Space) => Told {
  const plain = useFacts(spaceRecord);
  const place = usePlace();
  const reports = useReports();
  return (section, space) => {
    if (section === 'place') return place(space);
    return [...plain(section, space), ...(section === 'about' ? reports(space) : [])];
  };
}
