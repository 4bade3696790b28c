// SPDX-License-Identifier: AGPL-3.0-or-later
import { closingStateWords } from '../../../api/plan/milestones/choices.fields.ts';
import { useFormat } from '../../i18n/format.ts';
import { useTranslate } from '../../i18n/translate.ts';
import { Words } from '../../ui/Words.tsx';
import type { Milestone } from '../milestones/queries.ts';

/** Public list of closing proposals and the second person's answers. */
export function Closings({ milestone: { closings, fourEyes } }: { milestone: Milestone }) {
  const { t, said } = useTranslate();
  const { at, day } = useFormat();
  if (closings.length === 0 && fourEyes) return null;
  return (
    <section aria-labelledby="closings-title">
      <h2 id="closings-title">{t('closing.history')}</h2>
      {!fourEyes && <p className="muted">{t('closing.noSecond')}</p>}
      <ul className="items">
        {closings.map(({ number, done, proposedOn, state, answeredOn, answer, unchecked, note }) => (
          <li key={number}>
            {t('closing.entry', { done: at(done), proposed: day(proposedOn) })}
            <span className="item-note">
              {unchecked ? t('closing.unchecked') : said(closingStateWords[state])}
              {answeredOn && ` · ${t('closing.answered', { date: day(answeredOn) })}`}
            </span>
            {[note, answer].map(
              (words) =>
                words && (
                  <span className="item-note" key={words.it}>
                    <Words of={words} />
                  </span>
                ),
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
