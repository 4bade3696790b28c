// SPDX-License-Identifier: AGPL-3.0-or-later
import { useTranslation } from 'react-i18next';
import type { Change } from '../../api/history/contract.ts';
import { useFormat } from '../i18n/format.ts';
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

function ChangeWords({ change, linked }: { change: Change; linked: boolean }) {
  const { t } = useTranslation();
  const { table, key, name } = change.about ?? change;
  const page = pages[table];
  const [before, after] = t(`history.kind.${change.kind}`, { what: '\u0001' }).split('\u0001');
  return (
    <>
      {before}
      <MaybeGo to={linked && page && change.kind !== 'removed' ? `${page}${key}` : undefined}>
        {name ? <Words of={name} /> : key}
      </MaybeGo>
      {after}
      {change.about && change.name && (
        <span className="muted">
          {' '}
          (<Words of={change.name} />)
        </span>
      )}
    </>
  );
}

/** What was recorded, the latest first, each with the day from which it was known. On an item's own page it does not link to itself. */
export function ChangeList({ changes, linked = true }: { changes: readonly Change[]; linked?: boolean }) {
  const { t } = useTranslation();
  const { day } = useFormat();
  return (
    <ol className="changes">
      {changes.map((change) => (
        <li key={change.id}>
          <time dateTime={change.knownOn}>{day(change.knownOn)}</time>
          <span>
            <ChangeWords change={change} linked={linked} />
            {!linked && (
              <span className="changes-by">
                {t('history.recorded', { date: day(change.recordedAt), actor: change.actor })}
                {change.reason && `, «${change.reason}»`}
              </span>
            )}
          </span>
        </li>
      ))}
    </ol>
  );
}
