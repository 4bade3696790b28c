// SPDX-License-Identifier: AGPL-3.0-or-later
import { useState } from 'react';
import { useParams } from 'react-router';
import { useFormat } from '../../i18n/format.ts';
import { useTranslate } from '../../i18n/translate.ts';
import { useProgramme } from '../../programme.ts';
import { useMay } from '../../session.ts';
import { Go } from '../../ui/Go.tsx';
import { NotFound, ReadPage } from '../../ui/states.tsx';
import { AdoptForm } from './AdoptForm.tsx';
import { CarryOver } from './CarryOver.tsx';
import { DraftArea } from './DraftArea.tsx';
import { DraftForm } from './DraftForm.tsx';
import { type Draft, useDraft } from './queries.ts';
import { RemoveDraft } from './RemoveDraft.tsx';

function AddMilestone({ draft }: { draft: Draft }) {
  const { t } = useTranslate();
  const may = useMay();
  const { areaList } = useProgramme();
  const [adding, setAdding] = useState(false);
  const mine = areaList.find(({ key }) => may('keep-milestones', key));
  if (!mine) return null;
  return (
    <section aria-labelledby="add-title" className="narrow">
      <h2 id="add-title">{t('cycles.add')}</h2>
      {adding ? (
        <DraftForm cycle={draft.cycle} area={mine.key} onDone={() => setAdding(false)} />
      ) : (
        <button type="button" className="button" onClick={() => setAdding(true)}>
          {t('cycles.add')}
        </button>
      )}
    </section>
  );
}

function Body({ draft }: { draft: Draft }) {
  const { t } = useTranslate();
  const { span } = useFormat();
  const may = useMay();
  const { areaList } = useProgramme();
  const { cycle, milestones } = draft;
  const undated = milestones.filter(({ planned }) => planned === null).length;
  return (
    <>
      <section>
        <h1 className="lead">{t('cycles.draft', { window: span(cycle.startsOn, cycle.endsOn) })}</h1>
        <p className="byline">
          <span>{t('cycles.hidden')}</span>
          <span>{t('cycles.count', { count: milestones.length })}</span>
          {undated > 0 && <strong className="is-at-risk">{t('cycles.undated', { count: undated })}</strong>}
        </p>
        <p>
          <Go to={`plan/sheet?cycle=${cycle.key}`}>{t('sheet.open')}</Go>
        </p>
      </section>
      {areaList.map((area) => (
        <DraftArea
          key={area.key}
          area={area}
          cycle={cycle}
          milestones={milestones.filter((one) => one.area.key === area.key)}
        />
      ))}
      <AddMilestone draft={draft} />
      {may('keep-cycles') && <CarryOver cycle={cycle.key} />}
      {may('keep-cycles') && milestones.length > 0 && <AdoptForm draft={draft} />}
      {may('keep-cycles') && milestones.length === 0 && <RemoveDraft cycle={cycle.key} />}
    </>
  );
}

/** One draft plan: milestones by area, carried-over milestones, adoption. */
export function DraftPage() {
  const { t } = useTranslate();
  const { cycle = '' } = useParams();
  return (
    <ReadPage
      of={useDraft(cycle)}
      title={t('cycles.drafts')}
      named={(draft) => draft.cycle.name}
      height={640}
      refused={() => <NotFound />}
    >
      {(draft) => <Body draft={draft} />}
    </ReadPage>
  );
}
