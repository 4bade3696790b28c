// SPDX-License-Identifier: AGPL-3.0-or-later

import { useState } from 'react';
import { useWatch } from 'react-hook-form';
import { useNavigate, useParams } from 'react-router';
import type { publishCall, removeDraft } from '../../../api/calls/drafting/contract.ts';
import { callKindWords } from '../../../api/calls/drafting/fields.ts';
import { useTranslate } from '../../i18n/translate.ts';
import { useSending } from '../../sending.ts';
import { AskTwice } from '../../ui/AskTwice.tsx';
import { useAddress } from '../../ui/address.ts';
import { Overtaken } from '../../ui/Conflict.tsx';
import { Form } from '../../ui/Form.tsx';
import { Go } from '../../ui/Go.tsx';
import { useInstants } from '../../ui/instants.ts';
import { NotYours } from '../../ui/NotYours.tsx';
import { usePersistedForm } from '../../ui/persisted.ts';
import { NotFound, ReadPage } from '../../ui/states.tsx';
import { Words } from '../../ui/Words.tsx';
import { MoneyFields, type PlanTyped, planOf, typedOf, WhatFields, WhenFields } from './PlanFields.tsx';
import { BonusFields, CriteriaFields, LotFields, RequirementFields, TieFields } from './PlanLists.tsx';
import { PlaceFields } from './PlanPlace.tsx';
import { type CallDraft, room, useCallDrafts, useSavingPlan } from './queries.ts';

function Plan({ draft }: { draft: CallDraft }) {
  const { t } = useTranslate();
  const [said, setSaid] = useState(false);
  const { save, current, ...sending } = useSavingPlan(draft);
  const instants = useInstants();
  const [before] = useState(() => typedOf(draft.plan, instants));
  const { form, props, again } = usePersistedForm<PlanTyped, unknown>({
    name: `call-draft.${draft.draftId}`,
    empty: before,
    sending,
    send: (typed) => save(planOf(typed, draft.plan, instants)),
    onDone: () => setSaid(true),
  });
  const procedure = useWatch({ control: form.control, name: 'procedure' });
  return (
    <>
      <Form {...props} submit={t('drafting.save')} label={t('drafting.plan')}>
        <WhatFields form={form} />
        <PlaceFields form={form} />
        <WhenFields form={form} />
        <MoneyFields form={form} />
        {procedure === 'ranking' && <CriteriaFields form={form} />}
        {procedure === 'ranking' && <TieFields form={form} />}
        <BonusFields form={form} />
        <RequirementFields form={form} />
        {draft.plan.kind === 'space' && <LotFields form={form} />}
        {current && (
          <Overtaken onAnyway={form.handleSubmit(again)}>
            <p>
              <Words of={current.plan.name} />
            </p>
          </Overtaken>
        )}
      </Form>
      <p role="status">{said && t('keep.done')}</p>
    </>
  );
}

/** The problems that block publication, for the last saved version. */
function Faults({ draft: { faults } }: { draft: CallDraft }) {
  const { t } = useTranslate();
  if (faults.length === 0) return <p className="is-reached-on-time">{t('drafting.noFaults')}</p>;
  const part = (name: string) => name.split('.')[0] as 'closesAt';
  return (
    <>
      <p>
        <strong>{t('drafting.faults', { count: faults.length })}</strong>
      </p>
      <ul className="plain-list">
        {faults.map(({ name, reason }) => (
          <li key={`${name} ${reason}`}>
            <strong>{t(`drafting.parts.${part(name)}`)}</strong>: {reason}
          </li>
        ))}
      </ul>
    </>
  );
}

function Publish({ draft }: { draft: CallDraft }) {
  const { t } = useTranslate();
  const { programme, to } = useAddress();
  const navigate = useNavigate();
  const [act, setAct] = useState('');
  const { send, problem, busy } = useSending<typeof publishCall>('POST', `${room}/{draft}/publication`);
  const publish = async () => {
    const params = { programme, draft: draft.draftId };
    const { call } = await send({ params, input: { act: act.trim() }, version: draft.version });
    navigate(to(`calls/${call}`));
  };
  return (
    <section aria-labelledby="publish-title">
      <h2 id="publish-title">{t('drafting.publish')}</h2>
      <Faults draft={draft} />
      {draft.faults.length === 0 && (
        <div className="form">
          <div className="field">
            <label htmlFor="call-act">{t('publishing.act')}</label>
            <input id="call-act" value={act} maxLength={200} onChange={({ target }) => setAct(target.value)} />
          </div>
          {act.trim() !== '' && (
            <AskTwice
              label={t('drafting.publish')}
              question={t('drafting.publishAsk')}
              yes={t('publishing.yes')}
              problem={problem}
              busy={busy}
              onYes={publish}
            />
          )}
        </div>
      )}
    </section>
  );
}

function Remove({ draft }: { draft: CallDraft }) {
  const { t } = useTranslate();
  const { programme, to } = useAddress();
  const navigate = useNavigate();
  const { send, problem, busy } = useSending<typeof removeDraft>('DELETE', `${room}/{draft}`);
  const remove = async () => {
    await send({ params: { programme, draft: draft.draftId } });
    navigate(to('call-drafts'));
  };
  const words = { label: t('drafting.drop'), question: t('drafting.dropAsk'), yes: t('drafting.dropYes') };
  return <AskTwice {...words} problem={problem} busy={busy} onYes={remove} />;
}

function One({ draft }: { draft: CallDraft }) {
  const { t, said } = useTranslate();
  return (
    <>
      <section>
        <p className="kicker">
          <Go to="call-drafts">{t('drafting.title')}</Go>
        </p>
        <h1 className="lead">
          <Words of={draft.plan.name} />
        </h1>
        <p className="byline">
          <span>{said(callKindWords[draft.plan.kind])}</span>
          <span>{t('drafting.hidden')}</span>
        </p>
        <Plan key={draft.draftId} draft={draft} />
      </section>
      <Publish draft={draft} />
      <Remove draft={draft} />
    </>
  );
}

/** One draft call: its plan, the blocking problems, publication. */
export function CallDraftPage() {
  const { t } = useTranslate();
  const { draft = '' } = useParams();
  return (
    <ReadPage
      of={useCallDrafts()}
      title={t('drafting.title')}
      className="page narrow"
      height={640}
      refused={(problem) => <NotYours words={t('drafting.notYours')} problem={problem} />}
    >
      {({ items }) => {
        const found = items.find(({ draftId }) => String(draftId) === draft);
        return found ? <One draft={found} /> : <NotFound />;
      }}
    </ReadPage>
  );
}
