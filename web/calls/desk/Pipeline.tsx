// SPDX-License-Identifier: AGPL-3.0-or-later

import { procedureWords } from '../../../api/calls/drafting/fields.ts';
import { useTranslate } from '../../i18n/translate.ts';
import { Go } from '../../ui/Go.tsx';
import { Answer } from '../../ui/states.tsx';
import { Words } from '../../ui/Words.tsx';
import { TimeLeft } from '../drafting/Countdown.tsx';
import { type PipelineCall, usePipeline } from './queries.ts';

/** The office's pending tasks as text; empty if there are none. */
function useWaiting() {
  const { t } = useTranslate();
  return ({ questions, objections, requests }: PipelineCall): string[] => [
    ...(questions > 0 ? [t('pipeline.questions', { count: questions })] : []),
    ...(objections > 0 ? [t('pipeline.objections', { count: objections })] : []),
    ...(requests > 0 ? [t('pipeline.requests', { count: requests })] : []),
  ];
}

function One({ call }: { call: PipelineCall }) {
  const { t, said } = useTranslate();
  const waiting = useWaiting()(call);
  const { stage, received, awards } = call;
  const timed = stage === 'announced' || stage === 'open';
  return (
    <li className="entry">
      <div>
        <Go to={`calls/${call.key}/desk`} className="entry-name">
          <Words of={call.name} />
        </Go>
        <span>{said(procedureWords[call.firstCome ? 'first-come' : 'ranking'])}</span>
      </div>
      <div>
        <span className={timed ? 'state-word is-live' : 'state-word'}>{t(`pipeline.stages.${stage}`)}</span>
        {timed && (
          <span className="entry-soft">
            <TimeLeft {...call} />
          </span>
        )}
      </div>
      <div>
        <span>{t('pipeline.received', { count: received })}</span>
        {awards > 0 && <span>{t('pipeline.awards', { count: awards })}</span>}
        {waiting.map((line) => (
          <strong key={line} className="is-at-risk">
            {line}
          </strong>
        ))}
      </div>
    </li>
  );
}

/** The office's calls with progress and pending tasks. */
export function Pipeline() {
  const { t } = useTranslate();
  return (
    <section aria-labelledby="pipeline-title">
      <h2 id="pipeline-title">{t('pipeline.title')}</h2>
      <Answer of={usePipeline()} height={240}>
        {({ items }) =>
          items.length === 0 ? (
            <p className="muted">{t('pipeline.none')}</p>
          ) : (
            <ul className="entries">
              {items.map((call) => (
                <One key={call.key} call={call} />
              ))}
            </ul>
          )
        }
      </Answer>
    </section>
  );
}
