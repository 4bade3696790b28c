// SPDX-License-Identifier: AGPL-3.0-or-later
import type { ContextEntry } from '../../../api/city/background/contract.ts';
import { useFormat } from '../../i18n/format.ts';
import { useText } from '../../i18n/text.ts';
import { Words } from '../../ui/Words.tsx';
import { isShared, Provenance } from './Provenance.tsx';

export interface PointsProps {
  id: string;
  title: string;
  subtitle?: string;
  entries: readonly ContextEntry[];
  /** Ordered and numbered. */
  numbered?: boolean;
}

/** One entry: name, description and date. */
export function Point({ entry, among }: { entry: ContextEntry; among: readonly ContextEntry[] }) {
  const { when } = useFormat();
  const text = useText();
  const { key, name, body, happened, note } = entry;
  const said = body ? text(body).text : '';
  const date = happened && happened.precision !== 'cycle' ? when(happened) : null;
  return (
    <li className="point" id={key}>
      <h3>
        <Words of={name} />
      </h3>
      {body && (
        <p>
          <Words of={body} />
        </p>
      )}
      {date && !said.includes(date.replaceAll('\u00a0', ' ')) && <p className="entry-soft">{date}</p>}
      {note && !isShared(note, among) && (
        <p className="entry-soft">
          <Words of={note} />
        </p>
      )}
    </li>
  );
}

/** Entries side by side under a heading; nothing if empty. */
export function Points({ id, title, subtitle, entries, numbered = false }: PointsProps) {
  if (entries.length === 0) return null;
  const List = numbered ? 'ol' : 'ul';
  return (
    <section aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`} className="figure-title">
        {title}
      </h2>
      {subtitle && <p className="figure-subtitle">{subtitle}</p>}
      <List className={numbered ? 'points is-numbered' : 'points'}>
        {entries.map((entry) => (
          <Point key={entry.key} entry={entry} among={entries} />
        ))}
      </List>
      <Provenance of={entries} />
    </section>
  );
}
