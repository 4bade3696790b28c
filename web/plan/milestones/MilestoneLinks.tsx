// SPDX-License-Identifier: AGPL-3.0-or-later

import { evidenceKindWords } from '../../../api/plan/milestones/choices.fields.ts';
import type { MilestoneSummary } from '../../../api/plan/milestones/contract.ts';
import { useFormat } from '../../i18n/format.ts';
import { useTranslate } from '../../i18n/translate.ts';
import { Go } from '../../ui/Go.tsx';
import { StandingLine } from '../../ui/StatusWord.tsx';
import { Words } from '../../ui/Words.tsx';
import { RemoveEvidence } from '../evidence/RemoveEvidence.tsx';
import type { Milestone } from './queries.ts';

/** A list of milestones with status. */
export function MilestoneList({ milestones }: { milestones: readonly MilestoneSummary[] }) {
  return (
    <ul className="items">
      {milestones.map((one) => (
        <li key={one.key}>
          <Go to={`milestones/${one.key}`}>
            <Words of={one.name} />
          </Go>
          <StandingLine of={one} />
        </li>
      ))}
    </ul>
  );
}

type Item = Milestone['evidenceItems'][number];

function EvidenceItem({ item: { kind, name, url, file, issued, source, note } }: { item: Item }) {
  const { t, said } = useTranslate();
  const { when, number } = useFormat();
  return (
    <>
      {url || file ? (
        <a href={file?.address ?? url ?? ''} rel="noopener" {...(file ? { download: file.name } : {})}>
          <Words of={name} />
        </a>
      ) : (
        <Words of={name} />
      )}
      <span className="item-note">
        {said(evidenceKindWords[kind])}
        {file && ` · ${t('evidence.bytes', { size: number(Math.max(0.1, file.bytes / 1e6)) })}`}
        {issued && ` · ${t('milestones.evidence.issued', { date: when(issued) })}`}
        {source && ' · '}
        {source && (
          <Go to={`sources/${source.key}`}>
            <Words of={source.name} />
          </Go>
        )}
      </span>
      {note && (
        <span className="item-note">
          <Words of={note} />
        </span>
      )}
    </>
  );
}

export function Evidence({ milestone }: { milestone: Milestone }) {
  const { t } = useTranslate();
  const items = milestone.evidenceItems;
  return (
    <section aria-labelledby="evidence-title">
      <h2 id="evidence-title" tabIndex={-1}>
        {t('milestones.evidence.title')}
      </h2>
      {items.length === 0 && <p className="muted">{t('milestones.evidence.none')}</p>}
      <ul className="items">
        {items.map((item) => (
          <li key={item.key}>
            <EvidenceItem item={item} />
            <RemoveEvidence milestone={milestone} item={item} />
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Dependencies of a milestone in both directions. */
export function Dependencies({ dependsOn, neededBy }: Pick<Milestone, 'dependsOn' | 'neededBy'>) {
  const { t } = useTranslate();
  const sides = [
    ['dependsOn', dependsOn],
    ['neededBy', neededBy],
  ] as const;
  return sides.map(([side, milestones]) =>
    milestones.length === 0 ? null : (
      <section key={side} aria-labelledby={`${side}-title`}>
        <h2 id={`${side}-title`}>{t(`milestones.${side}`)}</h2>
        <MilestoneList milestones={milestones} />
      </section>
    ),
  );
}
