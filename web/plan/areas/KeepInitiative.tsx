// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Initiative, withdrawInitiative } from '../../../api/plan/areas/contract.ts';
import { useFormat } from '../../i18n/format.ts';
import { useTranslate } from '../../i18n/translate.ts';
import { useProgramme } from '../../programme.ts';
import { useActingOn } from '../../sending.ts';
import { useMay } from '../../session.ts';
import { Acts } from '../../ui/Acts.tsx';
import { useAddress } from '../../ui/address.ts';
import { Overtaken } from '../../ui/Conflict.tsx';
import { Field, Form } from '../../ui/Form.tsx';
import { usePersistedForm } from '../../ui/persisted.ts';
import { Words } from '../../ui/Words.tsx';
import { textIn } from '../milestones/Acting.tsx';
import { EditInitiative, type InitiativeFormProps, path } from './EditInitiative.tsx';

function Standing({ of: { name, withdrawnOn } }: { of: Initiative }) {
  const { t } = useTranslate();
  const { day } = useFormat();
  return (
    <p>
      <Words of={name} />
      {withdrawnOn && `: ${t('initiatives.withdrawn', { date: day(withdrawnOn) })}`}
    </p>
  );
}

function WithdrawInitiative({ initiative, onDone, onCancel }: InitiativeFormProps) {
  const { t } = useTranslate();
  const { programme, language } = useAddress();
  const { today } = useProgramme();
  const { act, current, ...sending } = useActingOn<typeof withdrawInitiative, Initiative>(
    'POST',
    `${path}/withdrawal`,
    initiative,
  );
  const { form, props, again } = usePersistedForm({
    name: `withdraw-initiative.${initiative.key}`,
    empty: { on: today, reason: '' },
    sending,
    send: ({ on, reason }) => act({ programme, initiative: initiative.key }, { on, reason: textIn(language, reason) }),
    onDone,
  });
  return (
    <Form {...props} submit={t('initiatives.withdrawSend')} onCancel={onCancel}>
      <p className="muted">{t('initiatives.withdrawAbout')}</p>
      <Field form={form} name="on" type="date" label={t('withdrawal.on')} max={today} required />
      <Field form={form} name="reason" label={t('withdrawal.reason')} rows={3} required />
      {current && (
        <Overtaken onAnyway={form.handleSubmit(again)}>
          <Standing of={current} />
        </Overtaken>
      )}
    </Form>
  );
}

const forms = { edit: EditInitiative, withdraw: WithdrawInitiative };
type Act = keyof typeof forms;

/** Actions on an initiative; require permission on its area. */
export function KeepInitiative({ initiative }: { initiative: Initiative }) {
  const { t } = useTranslate();
  const may = useMay();
  if (!may('keep-milestones', initiative.area.key)) return null;
  const acts: Act[] = initiative.withdrawnOn ? ['edit'] : ['edit', 'withdraw'];
  return (
    <Acts
      title={t('initiatives.keep')}
      acts={acts}
      label={(act) => t(`keep.${act}`)}
      formOf={(act, ends) => {
        const ActForm = forms[act];
        return <ActForm initiative={initiative} {...ends} />;
      }}
    />
  );
}
