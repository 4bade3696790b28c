// SPDX-License-Identifier: AGPL-3.0-or-later
import type { ReactNode } from 'react';
import { useTranslate } from '../i18n/translate.ts';

export interface FactsProps {
  /** Name and value; null is shown as "not recorded". */
  facts: readonly (readonly [name: string, value: ReactNode])[];
  /** Set for the few key figures: shown large, side by side. */
  large?: boolean;
}

/** The recorded facts of one item, including missing ones. */
export function Facts({ facts, large = false }: FactsProps) {
  const { t } = useTranslate();
  return (
    <dl className={large ? 'key-figures' : 'facts'}>
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value ?? <span className="not-recorded">{t('table.notRecorded')}</span>}</dd>
        </div>
      ))}
    </dl>
  );
}
