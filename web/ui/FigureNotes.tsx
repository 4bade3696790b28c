// SPDX-License-Identifier: AGPL-3.0-or-later

import { useFormat } from '../i18n/format.ts';
import type { Bilingual } from '../i18n/text.ts';
import { useTranslate } from '../i18n/translate.ts';
import { Go } from './Go.tsx';
import { Words } from './Words.tsx';

export interface FigureNotesProps {
  source?: { key: string; name: Bilingual } | null | undefined;
  /** Date of the data. */
  datedOn?: string | null | undefined;
  /** Who is responsible for it. */
  owner?: Bilingual | undefined;
}

export function FigureNotes({ source, datedOn, owner }: FigureNotesProps) {
  const { t } = useTranslate();
  const { day } = useFormat();
  const notes = [
    source && (
      <span key="source">
        {t('figure.source')}:{' '}
        <Go to={`sources/${source.key}`}>
          <Words of={source.name} />
        </Go>
      </span>
    ),
    datedOn && <span key="dated">{t('figure.dated', { date: day(datedOn) })}</span>,
    owner && (
      <span key="owner">
        {t('figure.answers')}: <Words of={owner} />
      </span>
    ),
  ].filter(Boolean);
  return <p className="figure-notes">{notes.flatMap((note, index) => (index ? [' · ', note] : [note]))}</p>;
}
