// SPDX-License-Identifier: AGPL-3.0-or-later
import type { proposeClosing } from '../../../api/plan/closings/contract.ts';
import { useTranslate } from '../../i18n/translate.ts';
import { useProgramme } from '../../programme.ts';
import { useAddress } from '../../ui/address.ts';
import { Field, Form } from '../../ui/Form.tsx';
import { usePersistedForm } from '../../ui/persisted.ts';
import { Slot } from '../../ui/slots.tsx';
import { type ActFormProps, ActOvertaken, textIn, useActing } from '../milestones/Acting.tsx';

declare module '../../ui/slots.tsx' {
  interface Slots {
    resultsAsEvidence: Pick<ActFormProps, 'milestone'>;
  }
}

/** Reports a milestone as reached, with the actual date (which may differ from today). */
export function ProposeClosing({ milestone, onDone, onCancel }: ActFormProps) {
  const { t } = useTranslate();
  const { language } = useAddress();
  const { today } = useProgramme();
  const { act, current, ...sending } = useActing<typeof proposeClosing>(milestone, '/closing');
  const { form, props, again } = usePersistedForm({
    name: `close.${milestone.key}`,
    empty: { doneOn: '', note: '' },
    sending,
    send: ({ doneOn, note }) => act({ doneOn, ...(note.trim() ? { note: textIn(language, note) } : {}) }),
    onDone,
  });
  const { fourEyes, evidenceItems } = milestone;
  if (evidenceItems.length === 0)
    return (
      <>
        <p>{t('closing.needsEvidence')}</p>
        <Slot name="resultsAsEvidence" with={{ milestone }} />
      </>
    );
  return (
    <Form {...props} submit={t(fourEyes ? 'closing.send' : 'closing.sendAlone')} onCancel={onCancel}>
      <Slot name="resultsAsEvidence" with={{ milestone }} />
      <p className="muted">{t(fourEyes ? 'closing.about' : 'closing.aboutAlone')}</p>
      <Field form={form} name="doneOn" type="date" label={t('closing.doneOn')} max={today} required />
      <Field form={form} name="note" label={t('closing.note')} rows={2} />
      <ActOvertaken current={current} onAnyway={form.handleSubmit(again)} />
    </Form>
  );
}
