// SPDX-License-Identifier: AGPL-3.0-or-later
import { useTold } from '../../i18n/told.ts';
import { useSpaceFiles } from './queries.ts';

/** What the directory shows, as files: with the filters of the address, and all of it instead of a page. */
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
