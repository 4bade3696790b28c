// SPDX-License-Identifier: AGPL-3.0-or-later

import { useFormat } from '../../i18n/format.ts';
import { useText } from '../../i18n/text.ts';
import { useTranslate } from '../../i18n/translate.ts';
import type { Milestone } from './queries.ts';

function useSentence(): (milestone: Milestone) => { text: string; delay?: string } {
  const { t } = useTranslate();
  const { at, by, days } = useFormat();
  const words = useText();
  return ({ name: named, status, done, withdrawnOn, promise, delayDays }) => {
    const name = words(named).text;
    const [date, delay] = [done ? at(done) : '', days(delayDays ?? 0)];
    const slips = (delayDays ?? 0) > 0;
    if (status === 'reached-on-time') return { text: t('milestones.lead.reachedOn', { name, date }) };
    if (status === 'reached-late')
      return {
        text: t('milestones.lead.reachedLate', { name, date }),
        delay: t('milestones.lead.reachedLateDelay', { delay }),
      };
    if (status === 'late')
      return { text: t('milestones.lead.late', { name }), delay: t('milestones.lead.lateDelay', { delay }) };
    if (status === 'at-risk')
      return {
        text: t('milestones.lead.atRisk', { name }),
        ...(slips ? { delay: t('milestones.lead.atRiskDelay', { delay }) } : {}),
      };
    if (status === 'withdrawn')
      return {
        text: t('milestones.lead.withdrawn', {
          name,
          date: withdrawnOn ? at({ date: withdrawnOn, precision: 'day' }) : '',
        }),
      };
    if (status === 'not-recorded') return { text: t('milestones.lead.notRecorded', { name }) };
    return { text: t('milestones.lead.onTrack', { name, date: by(promise) }) };
  };
}

/** The milestone's status in one sentence. */
export function MilestoneLead({ milestone }: { milestone: Milestone }) {
  const { text, delay } = useSentence()(milestone);
  return (
    <h1 className="lead">
      {text}
      {delay && <em>{delay}</em>}.
    </h1>
  );
}
