// SPDX-License-Identifier: AGPL-3.0-or-later

import type { ContextEntry } from '../../../api/city/background/contract.ts';
import type { Text } from '../../../api/contract.ts';
import { useTranslate } from '../../i18n/translate.ts';
import { Words } from '../../ui/Words.tsx';
import { Points } from './Points.tsx';
import { Provenance } from './Provenance.tsx';

type Entries = readonly ContextEntry[];

/** Groups premises with the same note. */
function groupsOf(entries: Entries): ContextEntry[][] {
  const groups = new Map<string, ContextEntry[]>();
  for (const entry of entries) {
    const note = entry.note?.it ?? '';
    groups.set(note, [...(groups.get(note) ?? []), entry]);
  }
  return [...groups.values()];
}

const period = /\.$/;

/** A note as a heading, without its full stop. */
const heading = ({ it, en }: Text): Text => ({ it: it.replace(period, ''), en: en?.replace(period, '') });

function Group({ entries }: { entries: Entries }) {
  const { t } = useTranslate();
  const note = entries[0]?.note;
  return (
    <div className="premise-group">
      <h3>{note ? <Words of={heading(note)} /> : t('context.premises.other')}</h3>
      <ul>
        {entries.map(({ key, name, body }) => (
          <li key={key} id={key} className="point">
            <Words of={name} />
            {body && (
              <span className="entry-soft">
                <Words of={body} />
              </span>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** The programme's premises as quoted. */
export function Premises({ entries }: { entries: Entries }) {
  const { t } = useTranslate();
  const groups = groupsOf(entries);
  if (groups.length < 2) return <Points id="premises" title={t('context.premises.title')} entries={entries} />;
  return (
    <section aria-labelledby="premises-title">
      <h2 id="premises-title" className="figure-title">
        {t('context.premises.title')}
      </h2>
      <div className="premises">
        {groups.map((group) => (
          <Group key={group[0]?.key} entries={group} />
        ))}
      </div>
      <Provenance of={entries} noted={false} />
    </section>
  );
}
