// SPDX-License-Identifier: AGPL-3.0-or-later
import { useState } from 'react';
import type { askForMore, excludeApplication } from '../../api/applications/contract.ts';
import { awardKey } from '../../api/awards/rules.ts';
import type { releaseGrant } from '../../api/plafond/contract.ts';
import type { WholeCall } from '../calls/queries.ts';
import { useFormat } from '../i18n/format.ts';
import { useTold } from '../i18n/told.ts';
import { useSending } from '../sending.ts';
import { useAddress } from '../ui/address.ts';
import { Field, Form } from '../ui/Form.tsx';
import { useKeptForm } from '../ui/kept.ts';
import { Answer } from '../ui/states.tsx';
import { type Received as All, useReceived } from './queries.ts';
import { Review } from './Review.tsx';

type Item = All['items'][number];
type Act = 'exclude' | 'ask' | 'release';
const one = '/api/v1/programmes/{programme}/calls/{call}/applications/{application}';

interface ActProps {
  call: string;
  item: Item;
  onDone: () => void;
}

function useParamsOf(call: string, item: Item) {
  const { programme } = useAddress();
  return { programme, call, application: item.applicationId };
}

function Exclude({ call, item, onDone }: ActProps) {
  const { t } = useTold();
  const params = useParamsOf(call, item);
  const { send, ...sending } = useSending<typeof excludeApplication>('POST', `${one}/exclusion`);
  const { form, props } = useKeptForm({
    name: `exclude.${item.applicationId}`,
    empty: { reason: '' },
    sending,
    send: (input) => send({ params, input }),
    onDone,
  });
  return (
    <Form {...props} submit={t('received.exclude')} onCancel={onDone}>
      <Field form={form} name="reason" label={t('received.why')} hint={t('received.excludeHint')} rows={3} required />
    </Form>
  );
}

function Release({ call, item, onDone }: ActProps) {
  const { t } = useTold();
  const params = useParamsOf(call, item);
  const { send, ...sending } = useSending<typeof releaseGrant>('POST', `${one}/release`);
  const { form, props } = useKeptForm({
    name: `release.${item.applicationId}`,
    empty: { reason: '' },
    sending,
    send: (input) => send({ params, input }),
    onDone,
  });
  return (
    <Form {...props} submit={t('received.release')} onCancel={onDone}>
      <Field form={form} name="reason" label={t('received.why')} hint={t('received.releaseHint')} rows={3} required />
    </Form>
  );
}

function AskForMore({ call, item, onDone }: ActProps) {
  const { t } = useTold();
  const params = useParamsOf(call, item);
  const { send, ...sending } = useSending<typeof askForMore>('POST', `${one}/request`);
  const { form, props } = useKeptForm({
    name: `ask-more.${item.applicationId}`,
    empty: { words: '', until: '' },
    sending,
    send: ({ words, until }) => send({ params, input: { words, until: new Date(until).toISOString() } }),
    onDone,
  });
  return (
    <Form {...props} submit={t('received.ask')} onCancel={onDone}>
      <Field form={form} name="words" label={t('received.askWords')} rows={3} required />
      <Field form={form} name="until" type="datetime-local" label={t('received.until')} required />
    </Form>
  );
}

const forms = { exclude: Exclude, ask: AskForMore, release: Release };

function actsOn({ number, state, excludedReason, admission }: Item, call: WholeCall): Act[] {
  const first = call.procedure === 'first-come';
  // What was granted is given back by ending its award.
  const granted = call.awardList.some(({ key }) => key === awardKey(call.key, number));
  // Whoever withdraws keeps his place in the order until the office gives the money on.
  if (state === 'withdrawn') return first && admission?.state === 'admitted' && !granted ? ['release'] : [];
  return [
    ...(first || excludedReason !== null ? [] : (['exclude'] as const)),
    'ask',
    ...(first && admission?.state === 'admitted' && !granted ? (['release'] as const) : []),
  ];
}

/** Where an application stands, in one line. */
function useStanding() {
  const { t } = useTold();
  const { euro, second } = useFormat();
  return ({ state, admission, excludedReason, askedFor }: Item): string[] =>
    [
      state === 'withdrawn' && t('received.withdrawn'),
      admission &&
        `${t(`plafond.states.${admission.state}`)}${admission.amountEur > 0 ? `, ${euro(admission.amountEur)}` : ''}`,
      excludedReason && t('apply.excluded', { reason: excludedReason }),
      askedFor && t('received.asked', { words: askedFor.words, until: second(askedFor.until) }),
    ].filter((line): line is string => Boolean(line));
}

function One({ call, item, sealed }: { call: WholeCall; item: Item; sealed: boolean }) {
  const { t } = useTold();
  const { second } = useFormat();
  const [act, setAct] = useState<Act>();
  const standing = useStanding()(item);
  const ActForm = act && forms[act];
  const closed = !sealed || call.procedure === 'first-come';
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
          <Review call={call} content={item.content} />
          <p className="muted breakable">SHA-256: {item.sha256}</p>
        </details>
      )}
      {closed && (
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
      {ActForm && <ActForm call={call.key} item={item} onDone={() => setAct(undefined)} />}
    </li>
  );
}

/** The applications of a call as the office has them: sealed until the deadline, only numbers and times. */
export function Received({ call }: { call: WholeCall }) {
  const { t } = useTold();
  return (
    <section aria-labelledby="received-title">
      <h2 id="received-title">{t('received.title')}</h2>
      <Answer of={useReceived(call.key)} height={240}>
        {({ items, sealed }) => (
          <>
            <p>
              {t('received.count', { count: items.length })} {sealed && t('received.sealed')}
            </p>
            <ul className="plain-list">
              {items.map((item) => (
                <One key={item.applicationId} call={call} item={item} sealed={sealed} />
              ))}
            </ul>
          </>
        )}
      </Answer>
    </section>
  );
}
