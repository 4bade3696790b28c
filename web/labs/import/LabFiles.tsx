// SPDX-License-Identifier: AGPL-3.0-or-later
import { useTranslate } from '../../i18n/translate.ts';
import { useLabFiles } from './queries.ts';

/** Downloads of the directory with the current filters, without pagination. */
export function LabFiles() {
  const { t } = useTranslate();
  const files = useLabFiles();
  return (
    <p className="ways">
      <span>{t('interchange.files.words')}</span>
      {files.map(({ format, address }) => (
        <a key={format} href={address} download>
          {t(`interchange.files.${format}`)}
        </a>
      ))}
    </p>
  );
}
