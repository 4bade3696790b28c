// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Agreement, Obligation } from '../../../api/money/agreements/contract.ts';
import { useCells } from '../../charts/cells.tsx';
import { useFormat } from '../../i18n/format.ts';
import { useText } from '../../i18n/text.ts';
import { useTranslate } from '../../i18n/translate.ts';
import { tallied } from '../../plan/milestones/PlanViews.tsx';
import { useTally } from '../../plan/milestones/Tally.tsx';
import { useProgramme } from '../../programme.ts';
import type { Column } from '../../ui/DataTable.tsx';
import { Figure } from '../../ui/Figure.tsx';
import { Go } from '../../ui/Go.tsx';
import { StandingLine } from '../../ui/StatusWord.tsx';
import { Words } from '../../ui/Words.tsx';

/** Derivation of a deadline: "9 mesi dopo la firma del 28 marzo 2019 = 28 dicembre 2019". */
function useDerivation() {
  const { t } = useTranslate();
  const { days, day, when } = useFormat();
  const text = useText();
  return ({ derivation, deadline }: Obligation): string | null => {
    if (!derivation) return deadline ? t('agreements.obligation.fixed') : null;
    const { months, days: count, event, eventOn, obligation } = derivation;
    const span = months ? t('agreements.obligation.months', { count: months }) : days(count ?? 0);
    const name = obligation ? text(obligation.name).text : '';
    if (!eventOn || !deadline)
      return event === 'signing'
        ? t('agreements.obligation.waitsSigning', { span })
        : t('agreements.obligation.waitsObligation', { span, name });
    const said = { span, event: day(eventOn), date: when(deadline) };
    return event === 'signing'
      ? t('agreements.obligation.afterSigning', said)
      : t('agreements.obligation.afterObligation', { ...said, name });
  };
}

function useObligationTable(obligations: readonly Obligation[]) {
  const { t, text, date, link, source, note } = useCells();
  const derivationOf = useDerivation();
  const columns: Column<Obligation>[] = [
    { key: 'name', header: t('agreements.obligation.name'), value: ({ name }) => text(name).text, rowHeader: true },
    date('deadline', t('agreements.obligation.deadline'), ({ deadline }) => deadline),
    { key: 'how', header: t('agreements.obligation.how'), value: derivationOf },
    link('by', t('agreements.obligation.owedBy'), ({ owedBy }) => owedBy, 'organisations/'),
    link('to', t('agreements.obligation.owedTo'), ({ owedTo }) => owedTo, 'organisations/'),
    link('milestone', t('agreements.obligation.milestone'), ({ milestone }) => milestone, 'milestones/'),
    { key: 'status', header: t('milestone.status'), value: ({ milestone }) => t(`status.${milestone.status}`) },
    source(),
    note(),
  ];
  return { columns, rows: obligations, rowKey: ({ key }: Obligation) => key };
}

function Owed({ obligation: { owedBy, owedTo } }: { obligation: Obligation }) {
  const { t } = useTranslate();
  const sides = [
    [t('agreements.obligation.owedBy'), owedBy],
    [t('agreements.obligation.owedTo'), owedTo],
  ] as const;
  return (
    <p className="entry-soft byline">
      {sides.map(
        ([label, who]) =>
          who && (
            <span key={label}>
              {label}:{' '}
              <Go to={`organisations/${who.key}`}>
                <Words of={who.name} />
              </Go>
            </span>
          ),
      )}
    </p>
  );
}

function One({ obligation }: { obligation: Obligation }) {
  const { t } = useTranslate();
  const { when } = useFormat();
  const derivation = useDerivation()(obligation);
  const { name, summary, deadline, provisional, milestone, note } = obligation;
  return (
    <li className={provisional ? 'moment is-provisional' : 'moment'}>
      <p className="moment-when">{deadline ? when(deadline) : t('agreements.obligation.noDeadline')}</p>
      <div>
        <h3>
          <Go to={`milestones/${milestone.key}`}>
            <Words of={name} />
          </Go>
        </h3>
        <StandingLine of={milestone} />
        {derivation && <p>{derivation}</p>}
        {provisional && <p className="is-at-risk">{t('agreements.obligation.provisional')}</p>}
        {summary && (
          <p className="entry-soft">
            <Words of={summary} />
          </p>
        )}
        <Owed obligation={obligation} />
        {note && (
          <p className="entry-soft">
            <Words of={note} />
          </p>
        )}
      </div>
    </li>
  );
}

/** Obligations in chronological order, undated ones last. */
export function Obligations({ agreement: { obligationList, source } }: { agreement: Agreement }) {
  const { t } = useTranslate();
  const { owner, updatedOn } = useProgramme();
  const last = '9999';
  const inTime = obligationList.toSorted((a, b) => (a.deadline?.date ?? last).localeCompare(b.deadline?.date ?? last));
  const table = useObligationTable(inTime);
  const tally = useTally()(tallied(inTime.map(({ milestone }) => milestone)));
  return (
    <Figure
      id="obligations"
      title={t('agreements.obligation.title', { count: inTime.length, tally })}
      subtitle={t('agreements.obligation.subtitle')}
      table={table}
      source={source}
      datedOn={updatedOn}
      owner={owner}
    >
      <ol className="moments">
        {inTime.map((one) => (
          <One key={one.key} obligation={one} />
        ))}
      </ol>
    </Figure>
  );
}
