// SPDX-License-Identifier: AGPL-3.0-or-later

import { spaceFields } from '../../../api/spaces/directory/fields.ts';
import { useFormat } from '../../i18n/format.ts';
import { useTranslate } from '../../i18n/translate.ts';
import { useChoices } from '../../platform/fields/FieldValue.tsx';
import { Words } from '../../ui/Words.tsx';
import type { Space } from './queries.ts';

/** States of a space so far, with date and reason; the current one is last and highlighted. */
export function Steps({ steps }: Pick<Space, 'steps'>) {
  const { t } = useTranslate();
  const { wordOf } = useChoices();
  const { when, day } = useFormat();
  return (
    <section aria-labelledby="way-title">
      <h2 id="way-title">{t('census.way')}</h2>
      <p className="muted">{t('census.wayWords')}</p>
      <ol className="way">
        {steps.map(({ state, since, reason, knownOn }, at) => (
          <li key={`${knownOn} ${state}`} aria-current={at === steps.length - 1 ? 'step' : undefined}>
            <time dateTime={since?.date ?? knownOn}>
              {since ? when(since) : t('census.known', { date: day(knownOn) })}
            </time>
            <div>
              <strong>{wordOf(spaceFields.state, state)}</strong>
              <span className={reason ? undefined : 'not-recorded'}>
                {reason ? <Words of={reason} /> : t('census.noReason')}
              </span>
            </div>
          </li>
        ))}
      </ol>
    </section>
  );
}
