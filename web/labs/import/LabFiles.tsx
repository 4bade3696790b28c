// SPDX-License-Identifier: AGPL-3.0-or-later
import { useTold } from '../../i18n/told.ts';
import { useLabFiles } from './queries.ts';

/** What the directory shows, as files: with the filters of the address, and all of it instead of a page. */
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
