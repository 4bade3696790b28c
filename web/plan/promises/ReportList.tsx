// SPDX-License-Identifier: AGPL-3.0-or-later
import { useState } from 'react';
import type { MilestoneSummary } from '../../../api/plan/milestones/contract.ts';
import type { report } from '../../../api/plan/promises/contract.ts';
import { useFormat } from '../../i18n/format.ts';
import { useText } from '../../i18n/text.ts';
import { useTranslate } from '../../i18n/translate.ts';
import { useProgramme } from '../../programme.ts';
import { useSending } from '../../sending.ts';
import { useMay } from '../../session.ts';
import { useAddress } from '../../ui/address.ts';
import { Refusal } from '../../ui/Form.tsx';
import { Go } from '../../ui/Go.tsx';
import { StandingLine } from '../../ui/StatusWord.tsx';
import { Words } from '../../ui/Words.tsx';
import { forecastsPath, ReportForm } from './ReportForm.tsx';

const open = ['on-track', 'at-risk', 'late'];

/** Reports the current expected date: the promise, or the later forecast with its reason. */
function useStill({ key, promise, forecast }: MilestoneSummary, onSaid: (words: string) => void) {
  const { t } = useTranslate();
  const { by } = useFormat();
  const { programme } = useAddress();
  const { send, problem, busy } = useSending<typeof report>('POST', forecastsPath);
  const slipped = forecast && forecast.date > promise.date ? forecast : null;
  const standing = slipped ?? promise;
  const still = async () => {
    const input = slipped ? { expectedOn: slipped.date, ...(slipped.reason ? { reason: slipped.reason } : {}) } : {};
    const sent = await send({ params: { programme, milestone: key }, input }).catch(() => undefined);
    if (sent) onSaid(t('report.recorded', { by: by(standing) }));
  };
  return { standing, still, problem, busy };
}

/** One milestone per line: one button confirms the date, another opens the full form. */
function Line({ milestone }: { milestone: MilestoneSummary }) {
  const { t } = useTranslate();
  const { by, age } = useFormat();
  const text = useText();
  const { today } = useProgramme();
  const [asking, setAsking] = useState(false);
  const [said, setSaid] = useState('');
  const { standing, still, problem, busy } = useStill(milestone, setSaid);
  const name = text(milestone.name).text;
  return (
    <li className="report-line">
      <div>
        <Go to={`milestones/${milestone.key}`}>
          <Words of={milestone.name} />
        </Go>
        <span>
          <StandingLine of={milestone} />
        </span>
        <span className="item-note">
          {milestone.forecast
            ? t('report.last', { age: age(milestone.forecast.reportedOn, today) })
            : t('report.never')}
        </span>
      </div>
      {!asking && (
        <div className="report-acts">
          {standing.date >= today && (
            <button
              type="button"
              className="button"
              aria-label={t('report.stillOf', { name, by: by(standing) })}
              aria-disabled={busy}
              onClick={still}
            >
              {t('report.still', { by: by(standing) })}
            </button>
          )}
          <button
            type="button"
            className="plain"
            aria-label={t('report.nowOf', { name })}
            onClick={() => setAsking(true)}
          >
            {t('report.now')}
          </button>
        </div>
      )}
      {asking && (
        <ReportForm
          milestone={milestone}
          onDone={() => {
            setAsking(false);
            setSaid(t('keep.done'));
          }}
          onCancel={() => setAsking(false)}
        />
      )}
      <Refusal problem={problem} />
      <p className="report-said" role="status">
        {said}
      </p>
    </li>
  );
}

const lastNews = ({ forecast }: MilestoneSummary) => forecast?.reportedOn ?? '';
const bySilence = (a: MilestoneSummary, b: MilestoneSummary) => lastNews(a).localeCompare(lastNews(b));

/** Open milestones that the current user reports on, longest without a report first. */
export function ReportList({ milestones }: { milestones: readonly MilestoneSummary[] }) {
  const { t } = useTranslate();
  const may = useMay();
  const mine = milestones.filter(({ status, area }) => open.includes(status) && may('keep-milestones', area.key));
  // Keep the initial order, so that a reported milestone does not move.
  const [order] = useState(() => mine.toSorted(bySilence).map(({ key }) => key));
  if (mine.length === 0) return <p className="muted">{t('report.nothing')}</p>;
  return (
    <ul className="reports">
      {mine
        .toSorted((a, b) => order.indexOf(a.key) - order.indexOf(b.key))
        .map((milestone) => (
          <Line key={milestone.key} milestone={milestone} />
        ))}
    </ul>
  );
}
