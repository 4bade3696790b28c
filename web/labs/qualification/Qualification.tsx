// SPDX-License-Identifier: AGPL-3.0-or-later
import { qualificationActWords } from '../../../api/labs/qualification/fields.ts';
import { useFormat } from '../../i18n/format.ts';
import { useTranslate } from '../../i18n/translate.ts';
import { Go } from '../../ui/Go.tsx';
import { Answer } from '../../ui/states.tsx';
import { Words } from '../../ui/Words.tsx';
import type { Lab } from '../directory/queries.ts';
import { KeepQualification } from './KeepQualification.tsx';
import { type Qualification as Of, useQualification } from './queries.ts';

function Checks({ of: { requirements } }: { of: Of }) {
  const { t } = useTranslate();
  const { number } = useFormat();
  const tone = { yes: 'entry-good', no: 'entry-warning', unknown: 'entry-soft' };
  return (
    <ul className="checks">
      {requirements.map(({ key, name, atLeast, document, met, value }) => (
        <li key={key}>
          <span>
            <Words of={name} />
            <span className="entry-soft">
              {atLeast !== null &&
                ` · ${
                  value === null
                    ? t('qualification.leastUnknown', { least: number(atLeast) })
                    : t('qualification.least', { least: number(atLeast), value: number(value) })
                }`}
              {document && ` · ${t('qualification.document')}`}
            </span>
          </span>
          <span className={tone[met]}>{t(`qualification.met.${met}`)}</span>
        </li>
      ))}
    </ul>
  );
}

function Steps({ of: { steps } }: { of: Of }) {
  const { t, said } = useTranslate();
  const { day } = useFormat();
  if (steps.length === 0) return null;
  return (
    <>
      <h3>{t('qualification.steps')}</h3>
      <ol className="changes">
        {steps.toReversed().map(({ number, act, madeOn, untilOn, reason }) => (
          <li key={number}>
            <time dateTime={madeOn}>{day(madeOn)}</time>
            <div>
              {said(qualificationActWords[act])}
              {untilOn && `, ${t('qualification.until').toLowerCase()} ${day(untilOn)}`}
              {reason && (
                <span className="changes-by">
                  <Words of={reason} />
                </span>
              )}
            </div>
          </li>
        ))}
      </ol>
    </>
  );
}

function Told({ of }: { of: Of }) {
  const { t } = useTranslate();
  const { day } = useFormat();
  const { state, since, until, application, requirements } = of;
  const broken = state === 'qualified' && requirements.some(({ met }) => met === 'no');
  return (
    <>
      <p>
        {state === 'qualified' && since && until
          ? t('qualification.standing', { since: day(since), until: day(until) })
          : t(`qualification.states.${state}`)}
        {application && `. ${t(`qualification.application.${application}`)}`}
      </p>
      {broken && <p className="caveat">{t('qualification.broken')}</p>}
      <Checks of={of} />
      <Steps of={of} />
    </>
  );
}

/** A lab's qualification status, if the programme has a qualified list. */
export function Qualification({ lab }: { lab: Lab }) {
  const { t } = useTranslate();
  return (
    <Answer of={useQualification(lab.key)} height={120}>
      {(of) =>
        of.requirements.length + of.steps.length === 0 ? null : (
          <section id="qualification" aria-labelledby="qualification-title">
            <div className="lab-section-head">
              <h2 id="qualification-title">{t('qualification.title')}</h2>
              <Go to="qualified-labs">{t('qualification.requirements')}</Go>
            </div>
            <Told of={of} />
            <KeepQualification lab={lab} of={of} />
          </section>
        )
      }
    </Answer>
  );
}
