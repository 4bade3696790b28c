// SPDX-License-Identifier: AGPL-3.0-or-later
import { useFormat } from '../../i18n/format.ts';
import { useTranslate } from '../../i18n/translate.ts';
import { Words } from '../../ui/Words.tsx';
import type { Run } from './Declared.tsx';

function Amendments({ run: { amendments } }: { run: Run }) {
  const { t } = useTranslate();
  const { day, deadline, euro } = useFormat();
  if (amendments.length === 0) return null;
  return (
    <section aria-labelledby="amendments-title">
      <h2 id="amendments-title">{t('bids.amendments.title')}</h2>
      <ul className="plain-list">
        {amendments.map(({ number, act, madeOn, closesAt, budgetEur, reason }) => (
          <li key={number}>
            <strong>
              {[
                closesAt && t('bids.amendments.closes', { at: deadline(closesAt) }),
                budgetEur !== null && t('bids.amendments.budget', { amount: euro(budgetEur) }),
              ]
                .filter(Boolean)
                .join('; ')}
            </strong>
            <br />
            <Words of={reason} /> <span className="muted">{t('bids.amendments.act', { act, date: day(madeOn) })}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Amendments and answers published since the call was published. */
export function Said({ run }: { run: Run }) {
  const { t } = useTranslate();
  const { day } = useFormat();
  return (
    <>
      <Amendments run={run} />
      <section aria-labelledby="answers-title">
        <h2 id="answers-title">{t('bids.answers.title')}</h2>
        {run.answers.length === 0 && <p className="muted">{t('bids.answers.none')}</p>}
        <dl className="questions">
          {run.answers.map(({ number, question, answer, answeredOn }) => (
            <div key={number}>
              <dt>
                <Words of={question} />
              </dt>
              <dd>
                <Words of={answer} /> <span className="muted">{t('bids.answers.on', { date: day(answeredOn) })}</span>
              </dd>
            </div>
          ))}
        </dl>
      </section>
    </>
  );
}
