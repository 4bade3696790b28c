// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Cycle } from '../../../api/city/programmes/contract.ts';
import { useTranslate } from '../../i18n/translate.ts';
import { Words } from '../../ui/Words.tsx';

/** Public lessons learnt from a closed cycle. */
export function Reviews({ cycle: { reviews } }: { cycle: Cycle }) {
  const { t } = useTranslate();
  if (reviews.length === 0) return null;
  return (
    <section aria-labelledby="reviews-title">
      <h2 id="reviews-title">{t('cycles.reviews')}</h2>
      <dl className="facts">
        {reviews.map(({ area, learnt }) => (
          <div key={area?.key ?? ''}>
            <dt>{area ? <Words of={area.name} /> : t('cycles.whole')}</dt>
            <dd>
              <Words of={learnt} />
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
