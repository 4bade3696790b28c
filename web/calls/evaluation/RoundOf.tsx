// SPDX-License-Identifier: AGPL-3.0-or-later
import { useState } from 'react';
import type { agree, closeRound, nameEvaluators } from '../../../api/calls/evaluation/contract.ts';
import { useFormat } from '../../i18n/format.ts';
import { useText } from '../../i18n/text.ts';
import { useTranslate } from '../../i18n/translate.ts';
import { useSending } from '../../sending.ts';
import { AskTwice } from '../../ui/AskTwice.tsx';
import { useAddress } from '../../ui/address.ts';
import { Choices } from '../../ui/Choices.tsx';
import { Form } from '../../ui/Form.tsx';
import { usePersistedForm } from '../../ui/persisted.ts';
import { Answer } from '../../ui/states.tsx';
import type { WholeCall } from '../published/queries.ts';
import { type Round, room, useRound } from './queries.ts';
import { ScoreForm } from './ScoreForm.tsx';

type Item = Round['items'][number];

function Naming({ call, round }: { call: string; round: Round }) {
  const { t } = useTranslate();
  const { programme } = useAddress();
  const [said, setSaid] = useState(false);
  const { send, ...sending } = useSending<typeof nameEvaluators>('PUT', `${room}/evaluators`);
  const { form, props } = usePersistedForm({
    name: `evaluators.${call}`,
    empty: { accounts: round.evaluators.map(({ accountId }) => String(accountId)) },
    sending,
    send: ({ accounts }) => send({ params: { programme, call }, input: { accounts: accounts.map(Number) } }),
    onDone: () => setSaid(true),
  });
  const known = round.candidates.map(({ accountId }) => accountId);
  // A person who has lost the role stays an evaluator of this call.
  const people = [...round.candidates, ...round.evaluators.filter(({ accountId }) => !known.includes(accountId))];
  if (people.length === 0) return <p className="muted">{t('round.noCandidates')}</p>;
  const options = people.map(({ accountId, name }) => ({ value: String(accountId), label: name }));
  return (
    <>
      <Form {...props} submit={t('round.name')}>
        <Choices form={form} name="accounts" label={t('round.evaluators')} options={options} />
      </Form>
      <p role="status">{said && t('keep.done')}</p>
    </>
  );
}

function Consensus({ call, item, onDone }: { call: WholeCall; item: Item; onDone: () => void }) {
  const { t } = useTranslate();
  const { programme } = useAddress();
  const { send, ...sending } = useSending<typeof agree>('PUT', `${room}/applications/{application}/consensus`);
  const params = { programme, call: call.key, application: item.applicationId };
  return (
    <ScoreForm
      name={`consensus.${item.applicationId}`}
      label={t('round.consensusOf', { number: item.number })}
      submit={t('round.agree')}
      criteria={call.run?.criteria ?? []}
      given={item.consensus}
      sending={sending}
      send={(scores) => send({ params, input: { scores } })}
      onDone={onDone}
    />
  );
}

/** Withdraws the consensus; the individual scores count again. */
function TakeBack({ call, item }: { call: string; item: Item }) {
  const { t } = useTranslate();
  const { programme } = useAddress();
  const { send, problem, busy } = useSending<typeof agree>('PUT', `${room}/applications/{application}/consensus`);
  const params = { programme, call, application: item.applicationId };
  return (
    <AskTwice
      label={t('round.takeBack', { number: item.number })}
      question={t('round.takeBackAsk')}
      yes={t('round.takeBackYes')}
      problem={problem}
      busy={busy}
      onYes={() => send({ params, input: { scores: [] } })}
    />
  );
}

function One({ call, item }: { call: WholeCall; item: Item }) {
  const { t } = useTranslate();
  const text = useText();
  const { exact } = useFormat();
  const [open, setOpen] = useState(false);
  const said = item.consensus.length > 0 ? item.consensus.map((one) => ({ ...one, evaluator: '' })) : item.scores;
  const pointsOf = (key: string) =>
    said
      .filter(({ criterion }) => criterion === key)
      .map(({ points, evaluator }) => exact(points) + (evaluator && ` (${evaluator})`))
      .join(', ');
  const state = item.agreed ? 'agreed' : item.consensus.length > 0 ? 'proposed' : item.scored ? 'scored' : 'open';
  return (
    <li>
      <strong>{t('desk.application', { number: item.number })}</strong> · {t(`round.state.${state}`)}
      {item.conflicts > 0 && ` · ${t('round.conflicts', { count: item.conflicts })}`}
      {item.changes > 0 && ` · ${t('round.changes', { count: item.changes })}`}
      {said.length > 0 && (
        <ul className="points-list">
          {(call.run?.criteria ?? []).map(({ key, name }) => (
            <li key={key}>
              {text(name).text}: {pointsOf(key)}
            </li>
          ))}
        </ul>
      )}
      {item.scored && !open && (
        <div className="report-acts">
          <button type="button" className="plain" onClick={() => setOpen(true)}>
            {t('round.consensusOf', { number: item.number })}
          </button>
          {item.consensus.length > 0 && <TakeBack call={call.key} item={item} />}
        </div>
      )}
      {open && <Consensus call={call} item={item} onDone={() => setOpen(false)} />}
    </li>
  );
}

/** Closes the round: no more scoring. */
function CloseRound({ call }: { call: string }) {
  const { t } = useTranslate();
  const { programme } = useAddress();
  const { send, problem, busy } = useSending<typeof closeRound>('POST', `${room}/round/closing`);
  return (
    <AskTwice
      label={t('round.close')}
      question={t('round.closeAsk')}
      yes={t('round.closeYes')}
      problem={problem}
      busy={busy}
      onYes={() => send({ params: { programme, call }, input: {} })}
    />
  );
}

/** The evaluation round for the office: evaluators, scores, consensus. */
export function RoundOf({ call }: { call: WholeCall }) {
  const { t } = useTranslate();
  return (
    <section aria-labelledby="round-title">
      <h2 id="round-title">{t('round.title')}</h2>
      <Answer of={useRound(call.key)} height={240}>
        {(round) => (
          <>
            {!round.ranked && <Naming call={call.key} round={round} />}
            {round.sealed && <p className="muted">{t('round.sealed')}</p>}
            {!round.sealed && (
              <p>
                {t('round.progress', {
                  scored: round.items.filter(({ scored, agreed }) => scored || agreed).length,
                  count: round.items.length,
                })}{' '}
                {round.closed && t('round.closed')}
              </p>
            )}
            {!round.sealed && !round.closed && !round.ranked && <CloseRound call={call.key} />}
            <ul className="plain-list">
              {round.items.map((item) => (
                <One key={item.applicationId} call={call} item={item} />
              ))}
            </ul>
          </>
        )}
      </Answer>
    </section>
  );
}
