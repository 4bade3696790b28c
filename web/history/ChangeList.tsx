// SPDX-License-Identifier: AGPL-3.0-or-later

import type { Change } from '../../api/history/contract.ts';
import { useFormat } from '../i18n/format.ts';
import { useTold } from '../i18n/told.ts';
import { MaybeGo } from '../ui/Go.tsx';
import { Words } from '../ui/Words.tsx';

const pages: Record<string, string> = {
  milestone: 'milestones/',
  call: 'calls/',
  space: 'spaces/',
  lab: 'labs/',
  area: 'areas/',
  source: 'sources/',
  cycle: 'plan?cycle=',
};

interface Item {
  table: string;
  key: string;
}

const first = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);

function ChangeWords({ change, of }: { change: Change; of: Item | undefined }) {
  const { t } = useTold();
  const { table, key, name } = change.about ?? change;
  const page = pages[table];
  const [, after = ''] = t(`history.kind.${change.kind}`, { what: '\u0001' }).split('\u0001');
  const own = of?.table === table && of.key === key;
  return (
    <>
      {!own && (
        <MaybeGo to={page && change.kind !== 'removed' ? `${page}${key}` : undefined}>
          {name ? <Words of={name} /> : key}
        </MaybeGo>
      )}
      {own ? first(after.replace(/^:\s*/, '')) : after}
      {change.about && change.name && (
        <span className="muted">
          {' '}
          (<Words of={change.name} />)
        </span>
      )}
    </>
  );
}

function RecordedBy({ change: { recordedAt, actor, reason } }: { change: Change }) {
  const { t } = useTold();
  const { day } = useFormat();
  const said = { date: day(recordedAt), actor, reason };
  return <span className="changes-by">{t(reason ? 'history.recordedWhy' : 'history.recorded', said)}</span>;
}

/** What was recorded, the latest first, each with the day from which it was known. On an item's own page (`of`) also who recorded it and why. */
export function ChangeList({ changes, of }: { changes: readonly Change[]; of?: Item }) {
  const { day } = useFormat();
  return (
    <ol className="changes">
      {changes.map((change) => (
        <li key={change.id}>
          <time dateTime={change.knownOn}>{day(change.knownOn)}</time>
          <span>
            <ChangeWords change={change} of={of} />
            {of && <RecordedBy change={change} />}
          </span>
        </li>
      ))}
    </ol>
  );
}
