// SPDX-License-Identifier: AGPL-3.0-or-later
import { checksFrom, stepsOf } from '../../../api/money/awards/rules.ts';
import { useTranslate } from '../../i18n/translate.ts';
import { useMay } from '../../session.ts';
import { Acts } from '../../ui/Acts.tsx';
import { EndForm } from './EndForm.tsx';
import { PaymentForm, RemovePaymentForm } from './PaymentForm.tsx';
import type { Award } from './queries.ts';
import { CheckForm, JobsForm, StepForm } from './StepForms.tsx';

const forms = {
  step: StepForm,
  payment: PaymentForm,
  unpay: RemovePaymentForm,
  jobs: JobsForm,
  check: CheckForm,
  end: EndForm,
};
type Act = keyof typeof forms;

/** Actions allowed in the award's state; the server enforces the same rules. */
function actsOn({ endedOn, stage, amountEur, payments, space, signedOn, openedOn }: Award): Act[] {
  const standing = endedOn === null;
  const from = checksFrom({ openedOn, signedOn, hasSpace: space !== null } as Parameters<typeof checksFrom>[0]);
  const acts: [Act, boolean][] = [
    ['step', standing && stepsOf({ hasSpace: space !== null }).length > 0],
    ['payment', amountEur !== null && signedOn !== null && (standing || stage === 'term-ended')],
    ['unpay', payments.length > 0],
    ['jobs', true],
    ['check', from !== null],
    ['end', standing],
  ];
  return acts.filter(([, can]) => can).map(([act]) => act);
}

/** For the area's office: records events of an award; one form is open at a time. */
export function KeepAward({ award }: { award: Award }) {
  const { t } = useTranslate();
  const may = useMay();
  if (!may('keep-calls', award.area.key)) return null;
  return (
    <Acts
      title={t('awards.keep')}
      acts={actsOn(award)}
      label={(act) => t(`awards.acts.${act}`)}
      formOf={(act, ends) => {
        const ActForm = forms[act];
        return <ActForm award={award} {...ends} />;
      }}
    />
  );
}
