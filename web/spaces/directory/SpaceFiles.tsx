// SPDX-License-Identifier: AGPL-3.0-or-later
import { useTranslate } from '../../i18n/translate.ts';
import { useSpaceFiles } from './queries.ts';

/** Downloads of the directory with the current filters, without pagination. */
export function SpaceFiles() {
  const { t } = useTranslate();
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
