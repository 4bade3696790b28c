// SPDX-License-Identifier: AGPL-3.0-or-later
import { useTranslate } from '../../i18n/translate.ts';

interface CoordinatesProps {
  latitude: number | null;
  longitude: number | null;
}

/** A point with a link to an external map; the page itself requests nothing from there. */
export function Coordinates({ latitude, longitude }: CoordinatesProps) {
  const { t } = useTranslate();
  if (latitude === null || longitude === null) return <span className="not-recorded">{t('table.notRecorded')}</span>;
  const at = `${latitude.toFixed(5)}, ${longitude.toFixed(5)}`;
  const map = `https://www.openstreetmap.org/?mlat=${latitude}&mlon=${longitude}#map=17/${latitude}/${longitude}`;
  return (
    <>
      {at} · <a href={map}>{t('territory.onMap')}</a>
    </>
  );
}
