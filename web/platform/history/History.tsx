// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Change } from '../../../api/platform/history/contract.ts';
import { useFormat } from '../../i18n/format.ts';
import { useTranslate } from '../../i18n/translate.ts';
import { Listing } from '../../ui/Listing.tsx';
import { Changed } from './Fields.tsx';
import { Happened } from './Happened.tsx';
import { useHistory } from './queries.ts';
import { Undo } from './Undo.tsx';

function Entry({ change }: { change: Change }) {
  const { t } = useTranslate();
  const { day } = useFormat();
  const { knownOn, recordedAt, actor, reason } = change;
  const said = { date: day(recordedAt), actor, reason };
  // Written by the data package loader (db/exchange/apply.ts).
  const loaded = actor === 'officina' ? /^data package (.+)$/.exec(reason)?.[1] : undefined;
  const byWhom = t(reason ? 'history.recordedWhy' : 'history.recorded', said);
  return (
    <li>
      <time dateTime={knownOn}>{day(knownOn)}</time>
      <div>
        <Happened change={change} />
        <span className="changes-by">{loaded ? t('history.loaded', { ...said, package: loaded }) : byWhom}</span>
        <Changed change={change} />
        <Undo change={change} />
      </div>
    </li>
  );
}

/** History of an item and its parts, latest first: time, author, reason, values before and after. */
export function History({ of }: { of: string }) {
  const { t } = useTranslate();
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
