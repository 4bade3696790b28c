// SPDX-License-Identifier: AGPL-3.0-or-later
import { useState } from 'react';
import type { confirmConsensus, declareConflict, giveScores } from '../../../api/calls/evaluation/contract.ts';
import { useFormat } from '../../i18n/format.ts';
import { useText } from '../../i18n/text.ts';
import { useTranslate } from '../../i18n/translate.ts';
import { useSending } from '../../sending.ts';
import { AskTwice } from '../../ui/AskTwice.tsx';
import { useAddress } from '../../ui/address.ts';
import { Field, Form } from '../../ui/Form.tsx';
import { usePersistedForm } from '../../ui/persisted.ts';
import { Review } from '../applications/Review.tsx';
import { useFilesAt } from '../attachments/queries.ts';
import type { WholeCall } from '../published/queries.ts';
import { type Desk, room } from './queries.ts';
import { ScoreForm } from './ScoreForm.tsx';

type Item = Desk['items'][number];
const one = `${room}/applications/{application}` as const;

interface OneProps {
  call: WholeCall;
  desk: Desk;
  item: Item;
}

/** Declares a conflict of interest: the evaluator can no longer score or see the application. */
function Conflict({ call, item }: Omit<OneProps, 'desk'>) {
  const { t } = useTranslate();
  const { programme } = useAddress();
  const [open, setOpen] = useState(false);
  const { send, ...sending } = useSending<typeof declareConflict>('POST', `${one}/conflict`);
  const { form, props } = usePersistedForm({
    name: `conflict.${item.applicationId}`,
    empty: { reason: '' },
    sending,
    send: ({ reason }) =>
      send({ params: { programme, call: call.key, application: item.applicationId }, input: { reason } }),
    onDone: () => setOpen(false),
  });
  if (!open)
    return (
      <button type="button" className="plain" onClick={() => setOpen(true)}>
        {t('desk.conflict', { number: item.number })}
      </button>
    );
  return (
    <Form {...props} submit={t('desk.conflictYes')} onCancel={() => setOpen(false)}>
      <Field form={form} name="reason" label={t('desk.conflictWhy')} hint={t('desk.conflictHint')} rows={2} required />
    </Form>
  );
}

/** Points per criterion with reasons. */
function Given({ desk, scores }: Pick<OneProps, 'desk'> & { scores: Item['mine'] }) {
  const text = useText();
  const { exact } = useFormat();
  return (
    <ul className="points-list">
      {desk.criteria.map(({ key, name }) => {
        const given = scores.find(({ criterion }) => criterion === key);
        return (
          <li key={key}>
            {text(name).text}: {given ? exact(given.points) : '—'}
            {given?.reason && <span className="muted"> · {given.reason}</span>}
          </li>
        );
      })}
    </ul>
  );
}

/** The other evaluators' scores, anonymous, once all have scored. */
function Others({ desk, item }: Omit<OneProps, 'call'>) {
  const { t } = useTranslate();
  if (item.others.length === 0) return <p className="muted">{t('desk.blind')}</p>;
  return (
    <section>
      <h3>{t('desk.others')}</h3>
      <ul className="plain-list">
        {item.others.map(({ number, scores }) => (
          <li key={number}>
            <Given desk={desk} scores={scores} />
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The proposed consensus score; it counts once all evaluators confirm it. */
function Consensus({ call, desk, item }: OneProps) {
  const { t } = useTranslate();
  const { programme } = useAddress();
  const { send, problem, busy } = useSending<typeof confirmConsensus>('POST', `${one}/consensus/confirmation`);
  if (item.consensus.length === 0) return null;
  const params = { programme, call: call.key, application: item.applicationId };
  return (
    <section>
      <h3>{t('desk.consensus')}</h3>
      <Given desk={desk} scores={item.consensus} />
      {item.confirmed ? (
        <p className="muted">{t('desk.confirmed')}</p>
      ) : (
        <AskTwice
          label={t('desk.confirm', { number: item.number })}
          question={t('desk.confirmAsk')}
          yes={t('desk.confirmYes')}
          problem={problem}
          busy={busy}
          onYes={() => send({ params, input: { scores: item.consensus } })}
        />
      )}
    </section>
  );
}

/** One application for an evaluator: its content and their scores. */
export function Scoring({ call, desk, item }: OneProps) {
  const { t } = useTranslate();
  const { programme } = useAddress();
  const [said, setSaid] = useState(false);
  const { send, ...sending } = useSending<typeof giveScores>('PUT', `${one}/scores`);
  const params = { programme, call: call.key, application: item.applicationId };
  const attachments = { files: item.files, at: useFilesAt(call.key, 'evaluator', item.applicationId) };
  if (item.conflict || !item.content) return <p className="form-notice">{t('desk.hidden', { number: item.number })}</p>;
  return (
    <>
      <Review call={call} content={item.content} attachments={attachments} />
      {!item.open ? (
        <section>
          <h3>{t('desk.mine', { number: item.number })}</h3>
          <Given desk={desk} scores={item.mine} />
        </section>
      ) : (
        <ScoreForm
          name={`scores.${item.applicationId}`}
          label={t('desk.mine', { number: item.number })}
          submit={t('desk.save', { number: item.number })}
          criteria={desk.criteria}
          given={item.mine}
          sending={sending}
          send={(scores) => send({ params, input: { scores } })}
          onDone={() => setSaid(true)}
        />
      )}
      <p role="status">{said && t('keep.done')}</p>
      <Others desk={desk} item={item} />
      <Consensus call={call} desk={desk} item={item} />
      {item.declarable && <Conflict call={call} item={item} />}
    </>
  );
}
