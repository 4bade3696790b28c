// SPDX-License-Identifier: AGPL-3.0-or-later
import type { applyForList, decideOnList } from '../../../api/labs/qualification/contract.ts';
import { actsOpen, labActs, officialActs, type QualificationAct } from '../../../api/labs/qualification/rules.ts';
import { useTranslate } from '../../i18n/translate.ts';
import { textIn } from '../../plan/milestones/Acting.tsx';
import { useProgramme } from '../../programme.ts';
import { useSending } from '../../sending.ts';
import { useMay } from '../../session.ts';
import { Acts } from '../../ui/Acts.tsx';
import { useAddress } from '../../ui/address.ts';
import { Field, Form } from '../../ui/Form.tsx';
import { usePersistedForm } from '../../ui/persisted.ts';
import type { Lab } from '../directory/queries.ts';
import { Documents } from './Documents.tsx';
import { type Qualification, room } from './queries.ts';

interface StepFormProps {
  lab: Lab;
  act: QualificationAct;
  onDone: () => void;
  onCancel: () => void;
}

const dated: readonly QualificationAct[] = ['qualified', 'renewed'];
const worded: readonly QualificationAct[] = ['asked', 'answered', 'refused', 'suspended', 'ended'];
const byLab = (act: QualificationAct): act is (typeof labActs)[number] => (labActs as readonly string[]).includes(act);

/** One step of the qualification, with its date and reason. */
function StepForm({ lab, act, onDone, onCancel }: StepFormProps) {
  const { t } = useTranslate();
  const { programme, language } = useAddress();
  const { today } = useProgramme();
  const applying = useSending<typeof applyForList>('POST', `${room}/qualification/application`);
  const deciding = useSending<typeof decideOnList>('POST', `${room}/qualification/decision`);
  const params = { programme, lab: lab.key };
  const { form, props } = usePersistedForm({
    name: `qualification.${lab.key}.${act}`,
    empty: { until: '', reason: '' },
    sending: byLab(act) ? applying : deciding,
    send: ({ until, reason }): Promise<unknown> => {
      const said = reason.trim() ? { reason: textIn(language, reason.trim()) } : {};
      if (byLab(act)) return applying.send({ params, input: { act, ...said } });
      return deciding.send({ params, input: { act, ...said, ...(until ? { until } : {}) } });
    },
    onDone,
  });
  return (
    <Form {...props} submit={t('qualification.send')} onCancel={onCancel}>
      {dated.includes(act) && (
        <Field form={form} name="until" type="date" min={today} label={t('qualification.untilField')} required />
      )}
      <Field form={form} name="reason" label={t('qualification.reason')} rows={3} required={worded.includes(act)} />
    </Form>
  );
}

/** Actions for keepers and officials in the current state. */
export function KeepQualification({ lab, of }: { lab: Lab; of: Qualification }) {
  const { t } = useTranslate();
  const may = useMay();
  if (!may('keep-labs', { lab: lab.key })) return null;
  const official = may('keep-register');
  const open = actsOpen(of, official ? [...labActs, ...officialActs] : labActs);
  const documents = of.requirements.some(({ document }) => document);
  const acts: (QualificationAct | 'documents')[] = documents ? [...open, 'documents'] : open;
  return (
    <Acts
      title={t('qualification.keep')}
      acts={acts}
      label={(act) => t(`qualification.do.${act}`)}
      formOf={(act, ends) =>
        act === 'documents' ? <Documents lab={lab} of={of} /> : <StepForm lab={lab} act={act} {...ends} />
      }
    />
  );
}
