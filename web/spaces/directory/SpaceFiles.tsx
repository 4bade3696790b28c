// SPDX-License-Identifier: AGPL-3.0-or-later
import { useTold } from '../../i18n/told.ts';
import { useSpaceFiles } from './queries.ts';

/** Downloads of the directory with the current filters, without pagination. */
export function SpaceFiles() {
  const { t } = useTold();
  return (
    <p className="ways">
      <span>{t('census.files.words')}</span>
      {useSpaceFiles().map(({ format, address }) => (
        <a key={format} href={address} download>
          {t(`census.files.${format}`)}
        </a>
      ))}
    </p>
  );
}
