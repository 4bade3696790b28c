// SPDX-License-Identifier: AGPL-3.0-or-later

import type { ContextEntry } from '../../../api/city/background/contract.ts';
import { useTranslate } from '../../i18n/translate.ts';
import { Words } from '../../ui/Words.tsx';
import { Provenance } from './Provenance.tsx';
import { entriesOf } from './queries.ts';

type Entries = readonly ContextEntry[];

const voices = ['strength', 'weakness', 'proposal'] as const;

function Voices({ kind, entries }: { kind: (typeof voices)[number]; entries: Entries }) {
  const { t } = useTranslate();
  return (
    <div className="voices-column">
      <h3>
        {t(`context.voices.${kind}`)} <span className="muted">{entries.length}</span>
      </h3>
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

/** People who were consulted, and short quotes. */
export function Listening({ items }: { items: Entries }) {
  const { t } = useTranslate();
  const participants = entriesOf(items, 'participant');
  const heard = voices.map((kind) => ({ kind, entries: entriesOf(items, kind) }));
  const said = heard.flatMap(({ entries }) => entries);
  const all = [...participants, ...said];
  if (all.length === 0) return null;
  return (
    <section aria-labelledby="listening-title">
      <h2 id="listening-title" className="figure-title">
        {t('context.listening.title', { kinds: participants.length, voices: said.length })}
      </h2>
      {participants.length > 0 && (
        <>
          <p className="figure-subtitle">{t('context.listening.who')}</p>
          <ul className="participants">
            {participants.map(({ key, name }) => (
              <li key={key} id={key} className="point">
                <Words of={name} />
              </li>
            ))}
          </ul>
        </>
      )}
      <div className="voices">
        {heard.map(({ kind, entries }) => entries.length > 0 && <Voices key={kind} kind={kind} entries={entries} />)}
      </div>
      <Provenance of={all} />
    </section>
  );
}
