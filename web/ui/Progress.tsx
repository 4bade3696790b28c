// SPDX-License-Identifier: AGPL-3.0-or-later

import { useFormat } from '../i18n/format.ts';
import { useTranslate } from '../i18n/translate.ts';
import { NotRecorded } from './states.tsx';

export interface ProgressProps {
  /** Shares from 0 to 1; null if undefined. */
  reached: number | null;
  promised: number | null;
}

const percent = (value: number) => `${Math.min(Math.max(value, 0), 1) * 100}%`;

/** A bar for the reached share, a tick for the promised share, both as figures below. */
export function Progress({ reached, promised }: ProgressProps) {
  const { t } = useTranslate();
  const { share } = useFormat();
  return (
    <div className="progress-pair">
      <div className="progress-track" aria-hidden="true">
        {reached !== null && <div className="progress-reached" style={{ width: percent(reached) }} />}
        {promised !== null && <div className="progress-promised" style={{ insetInlineStart: percent(promised) }} />}
      </div>
      <div className="progress-words">
        <strong>{reached === null ? <NotRecorded /> : share(reached)}</strong>
        {promised !== null && <span>{t('charts.promisedShare', { share: share(promised) })}</span>}
      </div>
    </div>
  );
}
