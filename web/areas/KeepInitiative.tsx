// SPDX-License-Identifier: AGPL-3.0-or-later
import { useState } from 'react';
import type { Initiative, withdrawInitiative } from '../../api/areas/contract.ts';
import { useMay } from '../access/queries.ts';
import { useFormat } from '../i18n/format.ts';
import { useTold } from '../i18n/told.ts';
import { textIn } from '../milestones/Acting.tsx';
import { useProgramme } from '../programmes/queries.ts';
import { useActingOn } from '../sending.ts';
import { useAddress } from '../ui/address.ts';
import { Overtaken } from '../ui/Conflict.tsx';
import { Field, Form } from '../ui/Form.tsx';
import { useKept } from '../ui/kept.ts';
import { Words } from '../ui/Words.tsx';
import { EditInitiative, type InitiativeFormProps, path } from './EditInitiative.tsx';

function Standing({ of: { name, withdrawnOn } }: { of: Initiative }) {
  const { t } = useTold();
  const { day } = useFormat();
  return (
    <p>
      <Words of={name} />
      {withdrawnOn && `: ${t('initiatives.withdrawn', { date: day(withdrawnOn) })}`}
    </p>
  );
}

function WithdrawInitiative({ initiative, onDone, onCancel }: InitiativeFormProps) {
  const { t } = useTold();
  const { programme, language } = useAddress();
  const { today } = useProgramme();
  const form = useKept(`withdraw-initiative.${programme}.${initiative.key}`, { on: today, reason: '' });
  const { act, problem, busy, current } = useActingOn<typeof withdrawInitiative, Initiative>(
    'POST',
    `${path}/withdrawal`,
    initiative,
  );
  const giveUp = async ({ on, reason }: { on: string; reason: string }) => {
    await act({ programme, initiative: initiative.key }, { on, reason: textIn(language, reason) });
    form.forget();
    onDone();
  };
  return (
    <Form
      form={form}
      problem={problem}
      busy={busy}
      submit={t('initiatives.withdrawSend')}
      onSubmit={giveUp}
      onCancel={onCancel}
    >
      <p className="muted">{t('initiatives.withdrawAbout')}</p>
      <Field form={form} name="on" type="date" label={t('withdrawal.on')} max={today} required />
      <Field form={form} name="reason" label={t('withdrawal.reason')} rows={3} required />
      {current && (
        <Overtaken onAnyway={form.handleSubmit((typed) => giveUp(typed).catch(() => undefined))}>
          <Standing of={current} />
        </Overtaken>
      )}
    </Form>
  );
}

const forms = { edit: EditInitiative, withdraw: WithdrawInitiative };
type Act = keyof typeof forms;

/** For those who keep its area: what can be done with an initiative, one thing at a time. */
export function KeepInitiative({ initiative }: { initiative: Initiative }) {
  const { t } = useTold();
  const may = useMay();
  const [act, setAct] = useState<Act>();
  const [said, setSaid] = useState(false);
  if (!may('keep-milestones', initiative.area.key)) return null;
  const acts: Act[] = initiative.withdrawnOn ? ['edit'] : ['edit', 'withdraw'];
  const open = (one: Act | undefined, done = false) => {
    setAct(one);
    setSaid(done);
  };
  const ActForm = act && forms[act];
  return (
    <section className="keeping" aria-labelledby="keeping-title">
      <h2 id="keeping-title">{t('initiatives.keep')}</h2>
      <fieldset className="switch">
        <legend className="visually-hidden">{t('initiatives.keep')}</legend>
        {acts.map((one) => (
          <button
            key={one}
            type="button"
            aria-pressed={one === act}
            onClick={() => open(one === act ? undefined : one)}
          >
            {t(`keep.${one}`)}
          </button>
        ))}
      </fieldset>
      {ActForm && (
        <ActForm
          key={act}
          initiative={initiative}
          onDone={() => open(undefined, true)}
          onCancel={() => open(undefined)}
        />
      )}
      <p role="status">{said && t('keep.done')}</p>
    </section>
  );
}
