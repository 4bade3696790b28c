// SPDX-License-Identifier: AGPL-3.0-or-later

import { useFormat } from '../../i18n/format.ts';
import { useTranslate } from '../../i18n/translate.ts';
import { useProgramme } from '../../programme.ts';
import { AsOf } from '../../ui/AsOf.tsx';
import { useAddress } from '../../ui/address.ts';
import { Lead } from './Lead.tsx';
import type { Dashboard } from './queries.ts';

function Byline({ dashboard: { cycle, updatedOn, day } }: { dashboard: Dashboard }) {
  const { t } = useTranslate();
  const format = useFormat();
  const { illustrative } = useProgramme();
  const { asOf } = useAddress();
  return (
    <p className="byline">
      {cycle && <span>{t('dashboard.byline.cycle', { window: format.span(cycle.startsOn, cycle.endsOn) })}</span>}
      {cycle?.adoptedOn && <span>{t('dashboard.byline.adopted', { date: format.day(cycle.adoptedOn) })}</span>}
      {cycle?.closedOn && <span>{t('dashboard.byline.closed', { date: format.day(cycle.closedOn) })}</span>}
      {updatedOn && (
        <time dateTime={updatedOn}>
          {asOf
            ? t('figure.dated', { date: format.day(updatedOn) })
            : t('dashboard.byline.updated', { age: format.age(updatedOn, day) })}
        </time>
      )}
      {illustrative && <strong className="illustrative">{t('dashboard.byline.illustrative')}</strong>}
    </p>
  );
}

/** The summary and its date. */
export function Opening({ dashboard }: { dashboard: Dashboard }) {
  const { today } = useProgramme();
  const { asOf } = useAddress();
  const { cycle, day } = dashboard;
  return (
    <div className="opening">
      <div>
        <Lead dashboard={dashboard} />
        <Byline dashboard={dashboard} />
      </div>
      {cycle && cycle.startsOn < today && (
        <AsOf from={cycle.startsOn} to={cycle.endsOn} judgedOn={asOf ?? day} latest={today} />
      )}
    </div>
  );
}
