// SPDX-License-Identifier: AGPL-3.0-or-later

import type { LabSummary as Lab } from '../../api/labs/contract.ts';
import { useFormat } from '../i18n/format.ts';
import { useTold } from '../i18n/told.ts';
import { useProgramme } from '../programmes/queries.ts';
import { labKinds } from './queries.ts';

function Kinds({ labs }: { labs: readonly Lab[] }) {
  const { t } = useTold();
  const { list } = useFormat();
  const told = labKinds.flatMap((kind) => {
    const count = labs.filter((lab) => lab.kind === kind).length;
    return count ? [t(`labs.tally.${kind}`, { count })] : [];
  });
  return <span>{list(told)}</span>;
}

/** How many labs there are, and how far the entries can be trusted. */
export function LabsLead({ labs, total }: { labs: readonly Lab[]; total: number }) {
  const { t } = useTold();
  const { day } = useProgramme();
  const whole = labs.length === total;
  const outer = labs.filter(({ zone }) => zone?.periphery).length;
  const closed = labs.filter((lab) => lab.closed && lab.closed.date <= day).length;
  const unconfirmed = labs.filter(({ confirmedOn }) => confirmedOn === null).length;
  return (
    <>
      <h1 className="lead">
        {t('labs.lead', { count: total })}
        {whole && t('labs.periphery', { count: outer })}
        {whole && closed > 0 && t('labs.closed', { count: closed })}.
      </h1>
      {whole && (
        <p className="byline">
          <Kinds labs={labs} />
          {unconfirmed > 0 && <span>{t('labs.unconfirmed', { count: unconfirmed })}</span>}
        </p>
      )}
    </>
  );
}
