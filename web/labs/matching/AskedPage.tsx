// SPDX-License-Identifier: AGPL-3.0-or-later
import { useState } from 'react';
import { useParams } from 'react-router';
import type { answerAsked, openAsked } from '../../../api/labs/matching/contract.ts';
import { useFormat } from '../../i18n/format.ts';
import { useTerms } from '../../i18n/terms.ts';
import { useText } from '../../i18n/text.ts';
import { useTranslate } from '../../i18n/translate.ts';
import { useSending } from '../../sending.ts';
import { useAddress } from '../../ui/address.ts';
import { Field, Form, Refusal } from '../../ui/Form.tsx';
import { Go } from '../../ui/Go.tsx';
import { NotYours } from '../../ui/NotYours.tsx';
import { usePersistedForm } from '../../ui/persisted.ts';
import { ReadPage } from '../../ui/states.tsx';
import { type AskedOf, useAsked } from './queries.ts';

type Asked = AskedOf['items'][number];
const room = '/api/v1/programmes/{programme}/labs/{lab}/asked/{request}';

function AnswerForm({ lab, asked }: { lab: string; asked: Asked }) {
  const { t } = useTranslate();
  const { programme } = useAddress();
  const [offered, setOffered] = useState(true);
  const { send, ...sending } = useSending<typeof answerAsked>('POST', `${room}/answer`);
  const { form, props } = usePersistedForm({
    name: `asked.${asked.requestId}`,
    empty: { answer: '' },
    sending,
    send: ({ answer }) => send({ params: { programme, lab, request: asked.requestId }, input: { offered, answer } }),
    onDone: () => undefined,
  });
  return (
    <Form {...props} submit={t('asked.send')}>
      <fieldset className="switch">
        <legend className="visually-hidden">{t('asked.answer')}</legend>
        {([true, false] as const).map((one) => (
          <button key={String(one)} type="button" aria-pressed={one === offered} onClick={() => setOffered(one)}>
            {t(one ? 'asked.can' : 'asked.cannot')}
          </button>
        ))}
      </fieldset>
      <Field form={form} name="answer" label={t('asked.answer')} rows={4} required />
    </Form>
  );
}

function OpenIt({ lab, asked }: { lab: string; asked: Asked }) {
  const { t } = useTranslate();
  const { programme } = useAddress();
  const { send, problem, busy } = useSending<typeof openAsked>('POST', `${room}/opening`);
  const open = () => send({ params: { programme, lab, request: asked.requestId } }).catch(() => undefined);
  return (
    <>
      <p>
        <strong>{t('asked.confidential')}</strong>
      </p>
      <Refusal problem={problem} />
      <button type="button" className="button" aria-disabled={busy} onClick={() => (busy ? undefined : open())}>
        {t('asked.open')}
      </button>
    </>
  );
}

function useNeedWords() {
  const { t } = useTranslate();
  const { number, day, list } = useFormat();
  const { nameOf } = useTerms();
  return ({ process, material, widthMm, depthMm, heightMm, quantity, byDay }: Asked['need']) => {
    const sides = [widthMm, depthMm, heightMm].filter((side) => typeof side === 'number');
    const parts = [
      nameOf(process),
      material && nameOf(material),
      sides.length > 0 && `${sides.map(number).join(' × ')} mm`,
      quantity && t('asked.pieces', { count: quantity }),
      byDay && t('asked.by', { date: day(byDay) }),
    ];
    return list(parts.filter((part): part is string => Boolean(part)));
  };
}

function One({ lab, asked }: { lab: string; asked: Asked }) {
  const { t } = useTranslate();
  const { day } = useFormat();
  const wordsOf = useNeedWords();
  const { need, askedAt, about, asker, state, answer } = asked;
  return (
    <li className="request">
      <h2>{wordsOf(need)}</h2>
      <p className="item-note">
        {t('asked.on', { date: day(askedAt.slice(0, 10)) })}
        {asker && ` · ${t('asked.from', asker)}`}
      </p>
      {about === null ? <OpenIt lab={lab} asked={asked} /> : <p className="prose">{about}</p>}
      {about !== null && state === 'asked' && <AnswerForm lab={lab} asked={asked} />}
      {state !== 'asked' && (
        <p>
          <strong>{t('asked.answered', { state: t(`mine.askState.${state}`) })}</strong> {answer}
        </p>
      )}
    </li>
  );
}

/** Requests from firms to a lab; visible only to its keepers. */
export function AskedPage() {
  const { t } = useTranslate();
  const text = useText();
  const { lab = '' } = useParams();
  return (
    <ReadPage
      of={useAsked(lab)}
      title={t('entry.asked')}
      height={480}
      refused={(problem) => <NotYours words={t('asked.notYours')} problem={problem} />}
    >
      {({ name, items }) => (
        <section>
          <p className="kicker">
            <Go to={`labs/${lab}`}>{text(name).text}</Go>
          </p>
          <h1 className="lead">{t('asked.title', { name: text(name).text })}</h1>
          {items.length === 0 && <p className="not-recorded">{t('asked.none')}</p>}
          <ul className="requests">
            {items.map((asked) => (
              <One key={asked.requestId} lab={lab} asked={asked} />
            ))}
          </ul>
        </section>
      )}
    </ReadPage>
  );
}
