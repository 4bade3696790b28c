// SPDX-License-Identifier: AGPL-3.0-or-later

import { useFormat } from '../../i18n/format.ts';
import { useTranslate } from '../../i18n/translate.ts';
import { ChangeWords } from './ChangeList.tsx';
import { Changed } from './Fields.tsx';
import { useChangeWords } from './Happened.tsx';
import type { Logged } from './log.queries.ts';
import { Undo } from './Undo.tsx';

/** Person and office; for loaded data, the loader's name. */
function useWho(): (change: Logged) => string {
  const { t } = useTranslate();
  return ({ person, actor }) => {
    if (!person) return actor;
    return person.name ? t('log.who', { name: person.name, office: actor }) : t('log.gone', { office: actor });
  };
}

function Entry({ change }: { change: Logged }) {
  const { t } = useTranslate();
  const { day, moment } = useFormat();
  const who = useWho()(change);
  const { ofTable } = useChangeWords();
  const { knownOn, recordedAt, reason, table } = change;
  return (
    <li>
      <time dateTime={knownOn}>{day(knownOn)}</time>
      <div>
        <span className="changes-of">{ofTable(table)}</span>
        <ChangeWords change={change} />
        <span className="changes-by">
          {t(reason ? 'log.recordedWhy' : 'log.recorded', { at: moment(recordedAt), who, reason })}
        </span>
        <Changed change={change} />
        <Undo change={change} />
      </div>
    </li>
  );
}

/** All recorded writes with their author, latest first. */
export function LogEntries({ changes }: { changes: readonly Logged[] }) {
  return (
    <ol className="changes">
      {changes.map((change) => (
        <Entry key={change.id} change={change} />
      ))}
    </ol>
  );
}
