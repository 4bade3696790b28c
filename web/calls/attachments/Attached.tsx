// SPDX-License-Identifier: AGPL-3.0-or-later
import { useFormat } from '../../i18n/format.ts';
import { useTranslate } from '../../i18n/translate.ts';
import type { Attachment } from './queries.ts';

/** The files of an application and their base path. */
export interface Attachments {
  files: readonly Attachment[];
  at: string;
}

/** Link to an uploaded file under its original name. */
export function Attached({ hash, attachments: { files, at } }: { hash: string; attachments: Attachments }) {
  const { t } = useTranslate();
  const { exact } = useFormat();
  const file = files.find(({ sha256 }) => sha256 === hash);
  if (!file) return <>{t('attached.unknown')}</>;
  const { bytes } = file;
  const size = bytes < 1e6 ? `${exact(Math.ceil(bytes / 1e3))} kB` : `${exact(Math.round(bytes / 1e5) / 10)} MB`;
  return (
    <>
      <a href={`${at}/${hash}`} download={file.name}>
        {file.name}
      </a>{' '}
      <span className="muted">({size})</span>
    </>
  );
}
