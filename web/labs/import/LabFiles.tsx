// SPDX-License-Identifier: AGPL-3.0-or-later
import { useTold } from '../../i18n/told.ts';
import { useLabFiles } from './queries.ts';

/** Downloads of the directory with the current filters, without pagination. */
export function LabFiles() {
  const { t } = useTold();
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
