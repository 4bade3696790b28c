// SPDX-License-Identifier: AGPL-3.0-or-later

import { useFormat } from '../i18n/format.ts';
import { useTranslate } from '../i18n/translate.ts';
import { NotRecorded } from '../ui/states.tsx';

export interface BulletProps {
  name: string;
  /** Shares from 0 to 1. */
  share: number | null;
  target: number | null;
  /** Text if there is no share. */
  missing?: string;
}

/** A share against its declared target. */
export function Bullet({ name, share, target, missing }: BulletProps) {
  const { t } = useTranslate();
  const format = useFormat();
  return (
    <div className="bullet">
      <p className="bullet-words">
        <span>{name}</span>
        <strong>{share === null ? (missing ?? <NotRecorded />) : format.share(share)}</strong>
      </p>
      <div className="bullet-track" aria-hidden="true">
        {share !== null && <div className="bullet-bar" style={{ width: `${share * 100}%` }} />}
        {target !== null && <div className="bullet-target" style={{ insetInlineStart: `${target * 100}%` }} />}
      </div>
      {target !== null && (
        <p className="bullet-note" style={{ paddingInlineStart: `min(${target * 100}%, calc(100% - 9em))` }}>
          {t('charts.targetAtLeast', { value: format.share(target) })}
        </p>
      )}
    </div>
  );
}
