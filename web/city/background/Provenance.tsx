// SPDX-License-Identifier: AGPL-3.0-or-later

import type { ContextEntry } from '../../../api/city/background/contract.ts';
import { useFormat } from '../../i18n/format.ts';
import { useTranslate } from '../../i18n/translate.ts';
import { useProgramme } from '../../programme.ts';
import { Go } from '../../ui/Go.tsx';
import { Words } from '../../ui/Words.tsx';

type Entries = readonly ContextEntry[];

/** A note shared by several entries is shown once, below them; other notes stay with their entry. */
export const isShared = (note: ContextEntry['note'], entries: Entries) =>
  note !== null && entries.filter((entry) => entry.note?.it === note.it).length > 1;

const oncePer = <T,>(all: readonly T[], by: (one: T) => string) => [
  ...new Map(all.map((one) => [by(one), one])).values(),
];

interface ProvenanceProps {
  of: Entries;
  /** Whether to show shared notes here, and whether to show date and responsible body. */
  noted?: boolean;
  answered?: boolean;
}

/** Sources of a group of entries and the body responsible. */
export function Provenance({ of: entries, noted = true, answered = true }: ProvenanceProps) {
  const { t } = useTranslate();
  const { day } = useFormat();
  const { owner, updatedOn } = useProgramme();
  const sources = oncePer(
    entries.flatMap(({ source }) => source ?? []),
    ({ key }) => key,
  );
  const notes = oncePer(
    entries.flatMap(({ note }) => (note && isShared(note, entries) ? note : [])),
    ({ it }) => it,
  );
  return (
    <div className="provenance">
      {noted &&
        notes.map((note) => (
          <p key={note.it}>
            <Words of={note} />
          </p>
        ))}
      <p>
        {sources.length > 0 && t('context.from', { count: sources.length })}
        {sources.map(({ key, name }, index) => (
          <span key={key}>
            {index > 0 && '; '}
            <Go to={`sources/${key}`}>
              <Words of={name} />
            </Go>
          </span>
        ))}
        {answered && (
          <>
            {sources.length > 0 && ' · '}
            {updatedOn && `${t('figure.dated', { date: day(updatedOn) })} · `}
            {t('figure.answers')}: <Words of={owner} />
          </>
        )}
      </p>
    </div>
  );
}
