// SPDX-License-Identifier: AGPL-3.0-or-later
import { type ReactNode, useEffect, useState } from 'react';
import { useSearchParams } from 'react-router';
import { missingOf, moneyAsked } from '../../../api/calls/applications/rules.ts';
import { useFormat } from '../../i18n/format.ts';
import { useText } from '../../i18n/text.ts';
import { useTranslate } from '../../i18n/translate.ts';
import { useProgramme } from '../../programme.ts';
import { useAsk } from '../../ui/address.ts';
import { Overtaken } from '../../ui/Conflict.tsx';
import { Refusal } from '../../ui/Form.tsx';
import { useFilesAt } from '../attachments/queries.ts';
import type { Run } from '../drafting/Declared.tsx';
import type { WholeCall } from '../published/queries.ts';
import { AskedStep, ChoicesStep } from './AskedStep.tsx';
import { FirmStep, ProjectStep } from './FirmStep.tsx';
import { MoneyStep } from './MoneyStep.tsx';
import type { Autosave } from './queries.ts';
import { Review } from './Review.tsx';
import { Submit } from './Submit.tsx';
import { fieldId } from './Typed.tsx';

type Step = 'firm' | 'project' | 'money' | 'asked' | 'choices' | 'review';

export interface FillingProps {
  call: WholeCall;
  run: Run;
  save: Autosave;
}

function stepsOf(call: WholeCall, run: Run): Step[] {
  const has: Record<Step, boolean> = {
    firm: true,
    project: true,
    money: call.budgetEur !== null || run.aidRule !== null,
    asked: run.requirements.length > 0,
    choices: call.lotList.length + run.bonuses.length > 0,
    review: true,
  };
  return (Object.keys(has) as Step[]).filter((step) => has[step]);
}

const stepOf = (field: string): Step => {
  if (field.startsWith('firm')) return 'firm';
  if (field.startsWith('answers')) return 'asked';
  return field === 'lots' ? 'choices' : field === 'project' || field === 'zone' ? 'project' : 'money';
};

/** Autosave status and time of the last save. */
function Saved({ save }: { save: Autosave }) {
  const { t } = useTranslate();
  const { time } = useFormat();
  const { state, mine, overtaken } = save;
  const at = mine.savedAt ? time(mine.savedAt) : null;
  const words = {
    saved: at ? t('apply.savedAt', { at }) : t('apply.nothingYet'),
    typed: t('apply.saving'),
    offline: t('apply.offline'),
    refused: t('apply.notSaved'),
  };
  return (
    <div className="saved-line">
      <p role="status" className={state === 'offline' || state === 'refused' ? 'is-late' : 'muted'}>
        {words[state]}
      </p>
      <Refusal problem={save.problem} />
      {overtaken && (
        <Overtaken onAnyway={() => save.take('mine')}>
          <p>
            {t('apply.otherWindow', { at: overtaken.savedAt ? time(overtaken.savedAt) : '' })}{' '}
            <button type="button" className="plain" onClick={() => save.take('theirs')}>
              {t('apply.takeTheirs')}
            </button>
          </p>
        </Overtaken>
      )}
    </div>
  );
}

/** Missing values, each with a link to its field. */
function Missing({
  call,
  run,
  missing,
  onGo,
}: Pick<FillingProps, 'call' | 'run'> & { missing: string[]; onGo: (field: string) => void }) {
  const { t } = useTranslate();
  const text = useText();
  if (missing.length === 0) return <p className="is-reached-on-time">{t('apply.complete')}</p>;
  const labels: Record<string, string> = {
    'firm.name': t('apply.fields.firmName'),
    'firm.taxCode': t('apply.fields.taxCode'),
    'firm.vatNumber': t('apply.fields.vatNumber'),
    'firm.linked': t('apply.fields.linked'),
    project: t('apply.fields.project'),
    zone: t('apply.fields.zone'),
    requestedEur: t('apply.fields.requested'),
    costEur: t('apply.fields.cost'),
    lots: t('apply.fields.lots'),
  };
  const labelOf = (field: string) => {
    const asked = run.requirements.find(({ key }) => field === `answers.${key}`);
    return labels[field] ?? (asked ? text(asked.name).text : text(call.name).text);
  };
  return (
    <>
      <p>
        <strong>{t('apply.missing', { count: missing.length })}</strong>
      </p>
      <ul className="plain-list">
        {missing.map((field) => (
          <li key={field}>
            <button type="button" className="plain" onClick={() => onGo(field)}>
              {labelOf(field)}
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}

/** The step in the address; focuses a missing field if one is named. */
function useStep(steps: readonly Step[]) {
  const [search] = useSearchParams();
  const ask = useAsk();
  const [field, setField] = useState<string>();
  const step = steps.find((one) => one === search.get('step')) ?? 'firm';
  useEffect(() => {
    if (!field || stepOf(field) !== step) return;
    document.getElementById(fieldId(field))?.focus();
    setField(undefined);
  }, [field, step]);
  const go = (to: Step) => ask({ step: to });
  const goTo = (missing: string) => {
    setField(missing);
    go(stepOf(missing));
  };
  return { step, go, goTo };
}

/** The application form in steps with autosave. */
export function Filling({ call, run, save }: FillingProps) {
  const { t } = useTranslate();
  const { day } = useProgramme();
  const steps = stepsOf(call, run);
  const { step, go, goTo } = useStep(steps);
  const { content, change } = save;
  const { requirements, bonuses } = run;
  const asked = moneyAsked(call.budgetEur, call.grantShare);
  const needed = { ...asked, requirements, lots: call.lotList, bonuses };
  const missing = missingOf(content, needed);
  const of = { content, change };
  const attachments = { files: save.mine.files, at: useFilesAt(call.key, 'firm') };
  const bodies: Record<Step, () => ReactNode> = {
    firm: () => <FirmStep {...of} />,
    project: () => <ProjectStep {...of} />,
    money: () => <MoneyStep {...of} call={call} day={day} known={save.mine.programmeAid} />,
    asked: () => (
      <AskedStep {...of} call={call.key} run={run} attachments={attachments} begun={save.mine.version > 0} />
    ),
    choices: () => <ChoicesStep {...of} call={call} run={run} />,
    review: () => (
      <>
        <Missing call={call} run={run} missing={missing} onGo={goTo} />
        <Review call={call} content={content} attachments={attachments} />
        <Submit call={call} save={save} complete={missing.length === 0} />
      </>
    ),
  };
  const next = steps[steps.indexOf(step) + 1];
  return (
    <section aria-labelledby="step-title" className="steps">
      <nav className="switch" aria-label={t('apply.stepsOf')}>
        {steps.map((one, at) => (
          <button key={one} type="button" aria-current={one === step ? 'step' : undefined} onClick={() => go(one)}>
            {at + 1}. {t(`apply.steps.${one}`)}
            {one !== 'review' && missing.some((field) => stepOf(field) === one) && (
              <span className="muted"> ({t('apply.open')})</span>
            )}
          </button>
        ))}
      </nav>
      <h2 id="step-title">{t(`apply.steps.${step}`)}</h2>
      <Saved save={save} />
      <div className="form">{bodies[step]()}</div>
      {next && (
        <button type="button" className="button" onClick={() => go(next)}>
          {t('apply.next', { step: t(`apply.steps.${next}`) })}
        </button>
      )}
    </section>
  );
}
