// SPDX-License-Identifier: AGPL-3.0-or-later
import { useState } from 'react';
import { awardKey } from '../../../api/calls/applications/rules.ts';
import { useFormat } from '../../i18n/format.ts';
import { useTranslate } from '../../i18n/translate.ts';
import { Answer } from '../../ui/states.tsx';
import { useFilesAt } from '../attachments/queries.ts';
import { Dossier } from '../dossiers/Dossier.tsx';
import { type ActProps, AskForMore, bonusesLeft, Decide, Reasoned, RefuseBonus } from '../dossiers/Examining.tsx';
import type { WholeCall } from '../published/queries.ts';
import { type Received as All, useReceived } from './queries.ts';
import { Review } from './Review.tsx';

type Item = All['items'][number];
type Act = 'exclusion' | 'readmission' | 'release' | 'bonus' | 'ask';

function ActForm({ act, ...of }: ActProps & { act: Act }) {
  if (act === 'ask') return <AskForMore {...of} />;
  return act === 'bonus' ? <RefuseBonus {...of} /> : <Reasoned act={act} {...of} />;
}

function actsOn(item: Item, call: WholeCall): Act[] {
  const { number, state, excludedReason, admission } = item;
  if (state === 'withdrawn') return [];
  // A granted application is released by ending its award.
  const granted = call.awardList.some(({ key }) => key === awardKey(call.key, number));
  const placed = admission?.state === 'admitted' || admission?.state === 'waiting';
  const release: Act[] = placed && !granted ? ['release'] : [];
  if (call.procedure === 'first-come') return ['ask', ...release];
  const bonus: Act[] = bonusesLeft(call, item).length > 0 ? ['bonus'] : [];
  return [excludedReason === null ? 'exclusion' : 'readmission', 'ask', ...bonus];
}

/** Status of an application in one line. */
function useStanding() {
  const { t } = useTranslate();
  const { euro, list } = useFormat();
  return ({ state, admission, sameFirm, excludedReason }: Item): string[] =>
    [
      state === 'withdrawn' && t('received.withdrawn'),
      admission &&
        `${t(`firstComeFund.states.${admission.state}`)}${admission.amountEur > 0 ? `, ${euro(admission.amountEur)}` : ''}`,
      sameFirm.length > 0 && t('received.sameFirm', { count: sameFirm.length, numbers: list(sameFirm.map(String)) }),
      excludedReason && t('apply.excluded', { reason: excludedReason }),
    ].filter((line): line is string => Boolean(line));
}

function One({ call, item, sealed }: { call: WholeCall; item: Item; sealed: boolean }) {
  const { t } = useTranslate();
  const { second } = useFormat();
  const [act, setAct] = useState<Act>();
  const standing = useStanding()(item);
  const attachments = { files: item.files, at: useFilesAt(call.key, 'office', item.applicationId) };
  return (
    <li>
      <strong>
        {t('desk.application', { number: item.number })}
        {item.content && `: ${item.content.firm.name}`}
      </strong>{' '}
      <span className="muted">{second(item.submittedAt)}</span>
      {standing.map((line) => (
        <p key={line} className="received-line">
          {line}
        </p>
      ))}
      {item.content && (
        <details>
          <summary>
            {t('apply.said')}
            <span className="visually-hidden"> ({t('desk.application', { number: item.number })})</span>
          </summary>
          <Review call={call} content={item.content} attachments={attachments} />
          <p className="muted breakable">SHA-256: {item.sha256}</p>
        </details>
      )}
      {call.run && (
        <Dossier
          entries={item.dossier}
          run={call.run}
          attachments={attachments}
          actOf={({ kind, recordId }) =>
            kind === 'objection' && <Decide key={recordId} call={call} item={item} record={recordId} />
          }
        />
      )}
      {!sealed && (
        <p className="report-acts">
          {actsOn(item, call).map((each) => (
            <button
              key={each}
              type="button"
              className="plain"
              aria-expanded={act === each}
              onClick={() => setAct(each)}
            >
              {t(`received.${each}`)}
              <span className="visually-hidden"> ({t('desk.application', { number: item.number })})</span>
            </button>
          ))}
        </p>
      )}
      {act && <ActForm key={act} act={act} call={call} item={item} onDone={() => setAct(undefined)} />}
    </li>
  );
}

/** Applications for the office: sealed until the deadline, with only numbers and times. */
export function Received({ call }: { call: WholeCall }) {
  const { t } = useTranslate();
  // First-come applications are not sealed: they are decided on arrival.
  const ranked = call.procedure !== 'first-come';
  return (
    <section aria-labelledby="received-title">
      <h2 id="received-title">{t('received.title')}</h2>
      <Answer of={useReceived(call.key)} height={240}>
        {({ items, sealed }) => (
          <>
            <p>
              {t('received.count', { count: items.length })} {sealed && ranked && t('received.sealed')}
            </p>
            <ul className="plain-list">
              {items.map((item) => (
                <One key={item.applicationId} call={call} item={item} sealed={sealed && ranked} />
              ))}
            </ul>
          </>
        )}
      </Answer>
    </section>
  );
}
