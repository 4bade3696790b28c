// SPDX-License-Identifier: AGPL-3.0-or-later
import type { ReactNode } from 'react';
import { stepsOf } from '../../../api/money/awards/rules.ts';
import { useFormat } from '../../i18n/format.ts';
import { useTranslate } from '../../i18n/translate.ts';
import { Words } from '../../ui/Words.tsx';
import type { Award } from './queries.ts';

interface Moment {
  id: string;
  when: string;
  what: string;
  words?: ReactNode;
  toCome?: boolean;
}

function useMoments(award: Award): Moment[] {
  const { t } = useTranslate();
  const { day, when } = useFormat();
  const { awarded, space, endedOn, endedAct, endedReason, stage, jobsCountedOn, jobs } = award;
  const dayOf = { signed: award.signedOn, keys: award.keysOn, opened: award.openedOn };
  const steps = stepsOf({ hasSpace: space !== null }).map((step): Moment => {
    const on = dayOf[step];
    const act = step === 'signed' && award.signedAct ? { words: award.signedAct } : {};
    return { id: step, when: on ? day(on) : '', what: t(`awards.steps.${step}`), toCome: !on, ...act };
  });
  // An ended award has no future steps.
  const taken = steps.filter(({ toCome }) => !(toCome && endedOn));
  const words = (
    <>
      {endedAct}
      {endedAct && endedReason && ': '}
      {endedReason && <Words of={endedReason} />}
    </>
  );
  const done = [
    { id: 'awarded', when: awarded ? when(awarded) : '', what: t('awards.steps.awarded') },
    ...taken.filter(({ toCome }) => !toCome),
    ...(jobs !== null && jobsCountedOn
      ? [{ id: 'jobs', when: day(jobsCountedOn), what: t('awards.steps.jobs', { count: jobs }) }]
      : []),
    ...(endedOn ? [{ id: 'ended', when: day(endedOn), what: t(`awards.steps.${stage}`), words }] : []),
  ];
  return [...done, ...taken.filter(({ toCome }) => toCome)];
}

/** Steps from the award to the opening or its end; future steps are hollow. */
export function Timeline({ award }: { award: Award }) {
  const { t } = useTranslate();
  return (
    <section aria-labelledby="steps-title">
      <h2 id="steps-title">{t('awards.timeline')}</h2>
      <ol className="moments">
        {useMoments(award).map(({ id, when, what, words, toCome }) => (
          <li key={id} className={`moment${toCome ? ' is-provisional' : ''}`}>
            <p className="moment-when">{when || <span className="entry-soft">{t('awards.toCome')}</span>}</p>
            <div>
              <h3>{what}</h3>
              {words && <p>{words}</p>}
            </div>
          </li>
        ))}
      </ol>
    </section>
  );
}
