// SPDX-License-Identifier: AGPL-3.0-or-later

import type { Initiative } from '../../../api/plan/areas/contract.ts';
import { useFormat } from '../../i18n/format.ts';
import { useText } from '../../i18n/text.ts';
import { useTranslate } from '../../i18n/translate.ts';
import { Go } from '../../ui/Go.tsx';
import { Words } from '../../ui/Words.tsx';

function useFacts(): (initiative: Initiative) => string[] {
  const { t } = useTranslate();
  const { euro, day } = useFormat();
  const text = useText();
  return ({ amountEur, owner, zone, startsOn, endsOn, milestones }) =>
    [
      amountEur !== null && euro(amountEur),
      owner && text(owner.name).text,
      zone && text(zone.name).text,
      startsOn && t('areas.from', { date: day(startsOn) }),
      endsOn && t('areas.until', { date: day(endsOn) }),
      milestones > 0 && t('areas.withMilestones', { count: milestones }),
    ].filter((fact) => typeof fact === 'string' && fact !== '') as string[];
}

function One({ initiative, from }: { initiative: Initiative; from: string | undefined }) {
  const { t } = useTranslate();
  const facts = useFacts()(initiative);
  const { day } = useFormat();
  const { name, summary, note, source, withdrawnOn, withdrawnReason } = initiative;
  return (
    <li id={initiative.key}>
      <h3>
        <Go to={`initiatives/${initiative.key}`}>
          <Words of={name} />
        </Go>
      </h3>
      {summary && (
        <p>
          <Words of={summary} />
        </p>
      )}
      {withdrawnOn && (
        <p className="item-note">
          <strong>{t('initiatives.withdrawn', { date: day(withdrawnOn) })}</strong>
          {withdrawnReason && (
            <>
              : <Words of={withdrawnReason} />
            </>
          )}
        </p>
      )}
      {facts.length > 0 && <p className="item-note">{facts.join(' · ')}</p>}
      {note && (
        <p className="item-note">
          {t('milestones.note')}: <Words of={note} />
        </p>
      )}
      {source && source.key !== from && (
        <p className="item-note">
          {t('figure.source')}:{' '}
          <Go to={`sources/${source.key}`}>
            <Words of={source.name} />
          </Go>
        </p>
      )}
    </li>
  );
}

interface InitiativesProps {
  initiatives: readonly Initiative[];
  /** A source that the page already cites. */
  from: string | undefined;
}

/** Initiatives of the area: earlier ones, and those started by the programme. */
export function Initiatives({ initiatives, from }: InitiativesProps) {
  const { t } = useTranslate();
  const sides = [
    ['new', initiatives.filter(({ existing }) => !existing)],
    ['existing', initiatives.filter(({ existing }) => existing)],
  ] as const;
  if (initiatives.length === 0) return <p className="muted">{t('areas.noInitiatives')}</p>;
  return (
    <div className="pair">
      {sides.map(([side, list]) =>
        list.length === 0 ? null : (
          <section key={side} aria-labelledby={`${side}-title`}>
            <h2 id={`${side}-title`}>{t(`areas.${side}`)}</h2>
            <ul className="items">
              {list.map((one) => (
                <One key={one.key} initiative={one} from={from} />
              ))}
            </ul>
          </section>
        ),
      )}
    </div>
  );
}
