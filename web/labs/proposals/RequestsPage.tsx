// SPDX-License-Identifier: AGPL-3.0-or-later
import { useState } from 'react';
import type { takeRequest } from '../../../api/labs/proposals/contract.ts';
import { useTranslate } from '../../i18n/translate.ts';
import { useSending } from '../../sending.ts';
import { useAddress } from '../../ui/address.ts';
import type { Ends } from '../../ui/EditSection.tsx';
import { Refusal } from '../../ui/Form.tsx';
import { Go } from '../../ui/Go.tsx';
import { NotYours } from '../../ui/NotYours.tsx';
import { Slot } from '../../ui/slots.tsx';
import { ReadPage } from '../../ui/states.tsx';
import { Words } from '../../ui/Words.tsx';
import { AnswerRequest } from './AnswerRequest.tsx';
import { type RegisterRequest, useRequests } from './queries.ts';

declare module '../../ui/slots.tsx' {
  interface Slots {
    reportedSpace: { request: RegisterRequest };
    answerReport: Ends & { request: RegisterRequest };
  }
}

/** Days without news to the sender after which a request is late. */
const lateDays = 10;

function About({ of }: { of: RegisterRequest }) {
  const { kind, lab, proposed, claimed } = of;
  const { t } = useTranslate();
  if (kind === 'space') return <Slot name="reportedSpace" with={{ request: of }} />;
  const outside = (address: string | null) =>
    address && (
      <a href={address} rel="noopener">
        {address}
      </a>
    );
  return (
    <>
      <h3>
        {proposed ? `${t('requests.proposal')}: ${proposed.labName}` : `${t('requests.claim')}: `}
        {lab && (
          <Go to={`labs/${lab.key}`}>
            <Words of={lab.name} />
          </Go>
        )}
      </h3>
      {proposed && (
        <p>
          {[t(`labs.kinds.${proposed.kind}`), proposed.address, proposed.about].filter(Boolean).join(' · ')}{' '}
          {outside(proposed.url)}
          {proposed.mine && <em> {t('requests.isMine')}</em>}
        </p>
      )}
      {claimed && (
        <p>
          {claimed.evidence} {outside(claimed.url)}
        </p>
      )}
    </>
  );
}

function Acting({ request }: { request: RegisterRequest }) {
  const { t } = useTranslate();
  const { programme } = useAddress();
  const [answering, setAnswering] = useState(false);
  const { send, problem, busy } = useSending<typeof takeRequest>(
    'POST',
    '/api/v1/programmes/{programme}/requests/{request}/taking',
  );
  const take = () => send({ params: { programme, request: request.requestId } }).catch(() => undefined);
  const close = () => setAnswering(false);
  const answer = { request, onDone: close, onCancel: close };
  if (answering && request.kind === 'space') return <Slot name="answerReport" with={answer} />;
  if (answering) return <AnswerRequest {...answer} />;
  return (
    <p className="form-ends">
      <Refusal problem={problem} />
      <button type="button" className="button" onClick={() => setAnswering(true)}>
        {t('requests.answer')}
      </button>
      {!request.mine && (
        <button type="button" className="plain" aria-disabled={busy} onClick={() => (busy ? undefined : take())}>
          {t('requests.take')}
        </button>
      )}
    </p>
  );
}

function One({ request }: { request: RegisterRequest }) {
  const { t } = useTranslate();
  const { name, email, days, office, mine, state, answer } = request;
  const holder = mine ? t('requests.mine') : office && t('requests.taken', { office });
  return (
    <li className="request">
      <About of={request} />
      <p className="item-note">
        {[t('requests.from', { name, email }), state === 'open' ? holder : t(`mine.state.${state}`)]
          .filter(Boolean)
          .join(' · ')}{' '}
        {state === 'open' && (
          <span className={days >= lateDays ? 'entry-warning' : undefined}>{t('requests.waits', { count: days })}</span>
        )}
      </p>
      {answer && <p className="prose">{answer}</p>}
      {state === 'open' && <Acting request={request} />}
    </li>
  );
}

function List({ title, none, of }: { title: string; none: string; of: readonly RegisterRequest[] }) {
  return (
    <section>
      <h2>{title}</h2>
      {of.length === 0 ? (
        <p className="not-recorded">{none}</p>
      ) : (
        <ul className="requests">
          {of.map((request) => (
            <One key={request.requestId} request={request} />
          ))}
        </ul>
      )}
    </section>
  );
}

/** Pending requests for the register's office. */
export function RequestsPage() {
  const { t } = useTranslate();
  return (
    <ReadPage
      of={useRequests()}
      title={t('requests.title')}
      height={640}
      refused={(problem) => <NotYours words={t('requests.notYours')} problem={problem} />}
    >
      {({ items, needs }) => {
        const open = items.filter(({ state }) => state === 'open');
        return (
          <>
            <section>
              <p className="kicker">
                <Go to="labs">{t('nav.labs')}</Go>
              </p>
              <h1 className="lead">{t('requests.lead', { count: open.length })}</h1>
              <p className="byline">
                <span>{t('requests.needs', needs)}</span>
              </p>
            </section>
            <List title={t('requests.open')} none={t('requests.none')} of={open} />
            <List
              title={t('requests.done')}
              none={t('requests.noneDone')}
              of={items.filter(({ state }) => state !== 'open')}
            />
          </>
        );
      }}
    </ReadPage>
  );
}
