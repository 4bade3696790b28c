// SPDX-License-Identifier: AGPL-3.0-or-later

import { useFormat } from '../../i18n/format.ts';
import { useTranslate } from '../../i18n/translate.ts';
import type { Register } from './queries.ts';

/** Number of labs and how current the register is. */
export function LabsLead({ register }: { register: Register }) {
  const { t } = useTranslate();
  const { list, share } = useFormat();
  const { labs, periphery, closed, byKind, byFreshness, confirmedShare, machines } = register;
  const doubtful = byFreshness.find(({ freshness }) => freshness === 'possibly-closed')?.labs ?? 0;
  return (
    <section>
      <h1 className="lead">
        {t('labs.lead', { count: labs })}
        {t('labs.periphery', { count: periphery })}
        {closed > 0 && t('labs.closed', { count: closed })}.
      </h1>
      {labs > 0 && (
        <p className="byline">
          <span>{list(byKind.map((one) => t(`labs.tally.${one.kind}`, { count: one.labs })))}</span>
          {machines > 0 && <span>{t('labs.machines', { count: machines })}</span>}
          {confirmedShare !== null && <span>{t('labs.fresh', { share: share(confirmedShare) })}</span>}
          {doubtful > 0 && <span>{t('labs.doubtful', { count: doubtful })}</span>}
        </p>
      )}
    </section>
  );
}
