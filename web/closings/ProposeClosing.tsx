// SPDX-License-Identifier: AGPL-3.0-or-later
import type { proposeClosing } from '../../api/closings/contract.ts';
import { useTold } from '../i18n/told.ts';
import { type ActFormProps, ActOvertaken, textIn, useActing } from '../milestones/Acting.tsx';
import { useProgramme } from '../programmes/queries.ts';
import { useAddress } from '../ui/address.ts';
import { Field, Form } from '../ui/Form.tsx';
import { useKept } from '../ui/kept.ts';

/** Says that a milestone is reached: the day it happened, which is not the day it is typed in. */
export function ProposeClosing({ milestone, onDone, onCancel }: ActFormProps) {
  const { t } = useTold();
  const { programme, language } = useAddress();
  const { today } = useProgramme();
  const form = useKept(`close.${programme}.${milestone.key}`, { doneOn: '', note: '' });
  const finish = () => {
    form.forget();
    onDone();
  };
  const { act, problem, busy, current } = useActing<typeof proposeClosing>(milestone, '/closing', { onDone: finish });
  const propose = ({ doneOn, note }: { doneOn: string; note: string }) =>
    act({ doneOn, ...(note.trim() ? { note: textIn(language, note) } : {}) });
  const { fourEyes, evidenceItems } = milestone;
  if (evidenceItems.length === 0) return <p>{t('closing.needsEvidence')}</p>;
  return (
    <Form
      form={form}
      problem={problem}
      busy={busy}
      submit={t(fourEyes ? 'closing.send' : 'closing.sendAlone')}
      onSubmit={propose}
      onCancel={onCancel}
    >
      <p className="muted">{t(fourEyes ? 'closing.about' : 'closing.aboutAlone')}</p>
      <Field form={form} name="doneOn" type="date" label={t('closing.doneOn')} max={today} required />
      <Field form={form} name="note" label={t('closing.note')} rows={2} />
      <ActOvertaken current={current} onAnyway={form.handleSubmit(propose)} />
    </Form>
  );
}
