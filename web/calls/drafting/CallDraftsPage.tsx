// SPDX-License-Identifier: AGPL-3.0-or-later

import { useState } from 'react';
import { useNavigate } from 'react-router';
import type { createDraft } from '../../../api/calls/drafting/contract.ts';
import { callKindWords } from '../../../api/calls/drafting/fields.ts';
import { useText } from '../../i18n/text.ts';
import { useTranslate } from '../../i18n/translate.ts';
import { useProgramme } from '../../programme.ts';
import { useSending } from '../../sending.ts';
import { useMay } from '../../session.ts';
import { useAddress } from '../../ui/address.ts';
import { Field, Form } from '../../ui/Form.tsx';
import { Go } from '../../ui/Go.tsx';
import { NotYours } from '../../ui/NotYours.tsx';
import { usePersistedForm } from '../../ui/persisted.ts';
import { ReadPage } from '../../ui/states.tsx';
import { Words } from '../../ui/Words.tsx';
import { Pipeline } from '../desk/Pipeline.tsx';
import { type CallDraft, type Plan, room, useCallDrafts } from './queries.ts';

const kinds: readonly Plan['kind'][] = ['space', 'investment', 'voucher', 'cascade', 'challenge'];

function NewDraft({ onCancel }: { onCancel: () => void }) {
  const { t, said } = useTranslate();
  const text = useText();
  const may = useMay();
  const { programme, to } = useAddress();
  const navigate = useNavigate();
  const { areaList } = useProgramme();
  const areas = areaList.filter(({ key }) => may('keep-calls', key));
  const { send, ...sending } = useSending<typeof createDraft>('POST', room);
  const { form, props } = usePersistedForm({
    name: 'new-call-draft',
    empty: { kind: 'space' as string, area: areas[0]?.key ?? '' },
    sending,
    send: ({ kind, area }) => send({ params: { programme }, input: { kind: kind as Plan['kind'], area } }),
    onDone: ({ draftId }) => navigate(to(`call-drafts/${draftId}`)),
  });
  return (
    <Form {...props} submit={t('drafting.create')} onCancel={onCancel}>
      <Field
        form={form}
        name="kind"
        label={t('calls.kind')}
        options={kinds.map((value) => ({ value, label: said(callKindWords[value]) }))}
        required
      />
      <Field
        form={form}
        name="area"
        label={t('milestone.area')}
        options={areas.map(({ key, name }) => ({ value: key, label: text(name).text }))}
        required
      />
    </Form>
  );
}

function List({ items }: { items: readonly CallDraft[] }) {
  const { t, said } = useTranslate();
  const [adding, setAdding] = useState(false);
  return (
    <>
      <section>
        <p className="kicker">
          <Go to="spaces#calls">{t('nav.calls')}</Go>
        </p>
        <h1 className="lead">{t('drafting.lead', { count: items.length })}</h1>
        <p className="prose">{t('drafting.about')}</p>
        <ul className="plain-list">
          {items.map(({ draftId, plan, faults }) => (
            <li key={draftId}>
              <Go to={`call-drafts/${draftId}`}>
                <Words of={plan.name} />
              </Go>{' '}
              <span className="muted">
                {said(callKindWords[plan.kind])} ·{' '}
                {faults.length === 0 ? t('drafting.noFaults') : t('drafting.faults', { count: faults.length })}
              </span>
            </li>
          ))}
        </ul>
      </section>
      {adding ? (
        <NewDraft onCancel={() => setAdding(false)} />
      ) : (
        <p>
          <button type="button" className="button button-main" onClick={() => setAdding(true)}>
            {t('drafting.new')}
          </button>
        </p>
      )}
      <Pipeline />
    </>
  );
}

/** Draft calls (visible to the office only), and the progress of published ones. */
export function CallDraftsPage() {
  const { t } = useTranslate();
  return (
    <ReadPage
      of={useCallDrafts()}
      title={t('drafting.title')}
      className="page narrow"
      height={320}
      refused={(problem) => <NotYours words={t('drafting.notYours')} problem={problem} />}
    >
      {({ items }) => <List items={items} />}
    </ReadPage>
  );
}
