// SPDX-License-Identifier: AGPL-3.0-or-later
import { useTranslation } from 'react-i18next';
import type { Change } from '../../api/history/contract.ts';
import { useFormat } from '../i18n/format.ts';
import { useTold } from '../i18n/told.ts';
import { Listing } from '../ui/Listing.tsx';
import { Words } from '../ui/Words.tsx';
import { Edited, Held } from './Fields.tsx';
import { useHistory } from './queries.ts';

const plainKinds = ['added', 'edited', 'removed'] as const;
type PlainKind = (typeof plainKinds)[number];
const isPlain = (kind: Change['kind']): kind is PlainKind => plainKinds.includes(kind as PlainKind);

const first = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);

/** What happened, on the page of the item itself: the item need not be named, its part must. */
function Happened({ change }: { change: Change }) {
  const { t } = useTold();
  const { i18n } = useTranslation();
  const { kind, about, table, name } = change;
  if (isPlain(kind) && !about) return t(`records.item.${kind}`);
  const part = `records.tables.${table}`;
  const what = i18n.exists(part) ? t(part as 'records.tables.promise') : table;
  const [, after = ''] = t(`history.kind.${kind}`, { what: '\u0001' }).split('\u0001');
  return (
    <>
      {isPlain(kind) ? t(`records.part.${kind}`, { what }) : first(after.replace(/^:\s*/, ''))}
      {about && name && (
        <span className="muted">
          {' '}
          (<Words of={name} />)
        </span>
      )}
    </>
  );
}

function Entry({ change }: { change: Change }) {
  const { t } = useTold();
  const { day } = useFormat();
  const { knownOn, recordedAt, actor, reason, fields } = change;
  const said = { date: day(recordedAt), actor, reason };
  return (
    <li>
      <time dateTime={knownOn}>{day(knownOn)}</time>
      <div>
        <Happened change={change} />
        <span className="changes-by">{t(reason ? 'history.recordedWhy' : 'history.recorded', said)}</span>
        {fields.length > 0 && (change.operation === 'update' ? <Edited change={change} /> : <Held change={change} />)}
      </div>
    </li>
  );
}

/** What was recorded of an item and its parts, the latest first: when, by whom, why, and every value before and after. */
export function History({ of }: { of: string }) {
  const { t } = useTold();
  const pages = useHistory(of);
  return (
    <section aria-labelledby="entry-history-title">
      <h2 id="entry-history-title">{t('records.title')}</h2>
      <Listing pages={pages} nothing={t('records.none')}>
        {(changes) => (
          <ol className="changes">
            {changes.map((change) => (
              <Entry key={change.id} change={change} />
            ))}
          </ol>
        )}
      </Listing>
    </section>
  );
}
