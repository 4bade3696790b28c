// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Change } from '../../../api/platform/history/contract.ts';
import { useFormat } from '../../i18n/format.ts';
import { useTranslate } from '../../i18n/translate.ts';
import { MaybeGo } from '../../ui/Go.tsx';
import { Words } from '../../ui/Words.tsx';
import { pageOf } from './queries.ts';

/** Item and kind of a change. */
export function ChangeWords({ change }: { change: Change }) {
  const { t } = useTranslate();
  const { table, key, name } = change.about ?? change;
  const [, after = ''] = t(`history.kind.${change.kind}`, { what: '\u0001' }).split('\u0001');
  return (
    <>
      <MaybeGo to={change.kind !== 'removed' || change.about ? pageOf(table, key) : undefined}>
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

/** Recorded changes, latest first, with the day they became known. */
export function ChangeList({ changes }: { changes: readonly Change[] }) {
  const { day } = useFormat();
  return (
    <ol className="changes">
      {changes.map((change) => (
        <li key={change.id}>
          <time dateTime={change.knownOn}>{day(change.knownOn)}</time>
          <span>
            <ChangeWords change={change} />
          </span>
        </li>
      ))}
    </ol>
  );
}
