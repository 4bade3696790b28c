// SPDX-License-Identifier: AGPL-3.0-or-later

import { aidRuleWords, fileKindWords, requirementKindWords, tieWords } from '../../../api/calls/drafting/fields.ts';
import { useCells } from '../../charts/cells.tsx';
import { useFormat } from '../../i18n/format.ts';
import { useText } from '../../i18n/text.ts';
import { useTranslate } from '../../i18n/translate.ts';
import { useProgramme } from '../../programme.ts';
import { type Column, DataTable } from '../../ui/DataTable.tsx';
import { Facts } from '../../ui/Facts.tsx';
import { Figure } from '../../ui/Figure.tsx';
import { Help } from '../../ui/Help.tsx';
import { Words } from '../../ui/Words.tsx';
import type { WholeCall } from '../published/queries.ts';

export type Run = NonNullable<WholeCall['run']>;
type Criterion = Run['criteria'][number];

/** Scoring criteria and their minimum scores. */
function Criteria({ run: { criteria } }: { run: Run }) {
  const { t, text, format } = useCells();
  const { owner, updatedOn } = useProgramme();
  const points = (key: 'weight' | 'scale' | 'threshold'): Column<Criterion> => ({
    key,
    header: t(`bids.criteria.${key}`),
    value: (one) => one[key],
    cell: (one) => (one[key] === null ? '—' : format.exact(one[key])),
    numeric: true,
  });
  const columns: Column<Criterion>[] = [
    { key: 'name', header: t('bids.criteria.name'), value: ({ name }) => text(name).text, rowHeader: true },
    ...(['weight', 'scale', 'threshold'] as const).map(points),
  ];
  const title = t('bids.criteria.title', { count: criteria.length });
  const table = { columns, rows: criteria, rowKey: ({ key }: Criterion) => key };
  return (
    <Figure
      id="criteria"
      title={title}
      subtitle={t('bids.criteria.subtitle')}
      table={table}
      datedOn={updatedOn}
      owner={owner}
    >
      <DataTable caption={title} captionHidden table={table} />
      <Help of="criteria" />
    </Figure>
  );
}

/** Tie-breakers in order of application. */
function useTies() {
  const { t, said } = useTranslate();
  const text = useText();
  return ({ tieBreaks, criteria }: Run) => {
    const ties = tieBreaks.map((tie) => {
      if (typeof tie === 'string') return said(tieWords[tie]);
      const name = criteria.find(({ key }) => key === tie.criterion)?.name ?? { it: tie.criterion };
      return t('bids.tie.criterion', { name: text(name).text });
    });
    return t('bids.tiesInOrder', { ties: [...ties, t('bids.tie.lot')].join('; ') });
  };
}

function RunFacts({ run, ranked }: { run: Run; ranked: boolean }) {
  const { t, said } = useTranslate();
  const { deadline, exact, list } = useFormat();
  const ties = useTies();
  const threshold = run.threshold === null ? null : t('bids.thresholdOf', { points: exact(run.threshold) });
  const facts = [
    [t('bids.act'), run.act],
    [t('bids.opensAt'), deadline(run.opensAt)],
    [t('bids.closesAt'), deadline(run.closesAt)],
    ...(run.questionsUntil ? [[t('bids.questionsUntil'), deadline(run.questionsUntil)] as const] : []),
    ...(threshold ? [[t('bids.threshold'), threshold] as const] : []),
    [t('bids.partial'), t(`bids.partialWords.${run.partialGrants ? 'yes' : 'no'}`)],
    [t('bids.aid'), run.aidRule ? said(aidRuleWords[run.aidRule]) : t('bids.noAid')],
    ...(ranked ? [[t('bids.ties'), ties(run)] as const] : []),
    [t('bids.fileKinds'), list(run.fileKinds.map((kind) => said(fileKindWords[kind])))],
  ] as const;
  return <Facts facts={facts} />;
}

function Named({ run: { bonuses, requirements } }: { run: Run }) {
  const { t, said } = useTranslate();
  const { exact } = useFormat();
  return (
    <div className="side-by-side">
      {bonuses.length > 0 && (
        <section>
          <h3>{t('bids.bonuses.title')}</h3>
          <ul className="plain-list">
            {bonuses.map(({ key, name, points }) => (
              <li key={key}>
                <Words of={name} /> <strong>+{exact(points)}</strong>
              </li>
            ))}
          </ul>
        </section>
      )}
      {requirements.length > 0 && (
        <section>
          <h3>{t('bids.requirements.title')}</h3>
          <ul className="plain-list">
            {requirements.map(({ key, name, kind, required }) => (
              <li key={key}>
                <Words of={name} />{' '}
                <span className="muted">
                  ({said(requirementKindWords[kind])}
                  {!required && `, ${t('bids.requirements.optional')}`})
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}

/** The declared rules of the draw. */
function Seed({ run: { seed, seedHash } }: { run: Run }) {
  const { t } = useTranslate();
  if (!seedHash) return null;
  return (
    <section>
      <h3>{t('bids.seed.title')}</h3>
      <p className="prose">{t('bids.seed.committed')}</p>
      <Help of="draw" />
      <p>
        <code className="breakable">{seedHash}</code>
      </p>
      {seed && (
        <>
          <p>{t('bids.seed.told')}</p>
          <p>
            <code className="breakable">{seed}</code>
          </p>
        </>
      )}
    </section>
  );
}

/** All declared rules of a call run here. */
export function Declared({ call, run }: { call: WholeCall; run: Run }) {
  const { t } = useTranslate();
  return (
    <>
      <section aria-labelledby="run-title">
        <h2 id="run-title">{t('bids.title')}</h2>
        <RunFacts run={run} ranked={call.procedure !== 'first-come'} />
        <Help of="procedure" />
        {run.aidRule && <Help of="aid" />}
        <Help of="office" />
        <Named run={run} />
        {call.procedure !== 'first-come' && <Seed run={run} />}
      </section>
      {run.criteria.length > 0 && <Criteria run={run} />}
    </>
  );
}
