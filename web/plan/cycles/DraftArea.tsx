// SPDX-License-Identifier: AGPL-3.0-or-later
import { useState } from 'react';
import type { Cycle } from '../../../api/city/programmes/contract.ts';
import type { Ref } from '../../../api/contract.ts';
import type { DraftMilestone, orderMilestones, removeMilestone } from '../../../api/plan/drafting/contract.ts';
import { useFormat } from '../../i18n/format.ts';
import { useText } from '../../i18n/text.ts';
import { useTranslate } from '../../i18n/translate.ts';
import { useSending } from '../../sending.ts';
import { useMay } from '../../session.ts';
import { useAddress } from '../../ui/address.ts';
import { Refusal } from '../../ui/Form.tsx';
import { Words } from '../../ui/Words.tsx';
import { DraftForm } from './DraftForm.tsx';
import { room } from './queries.ts';

interface RowProps {
  milestone: DraftMilestone;
  cycle: Cycle;
  /** Moves it by one place; absent at the ends. */
  onUp: (() => void) | undefined;
  onDown: (() => void) | undefined;
}

function Details({ milestone: { planned, weight, owner, continues } }: { milestone: DraftMilestone }) {
  const { t } = useTranslate();
  const { by, number } = useFormat();
  const text = useText();
  const details = [
    planned ? t('cycles.planned', { by: by(planned) }) : t('cycles.noDate'),
    weight === 1 ? null : t('cycles.weight', { weight: number(weight) }),
    owner && text(owner.name).text,
    continues && t('cycles.continues', { name: text(continues.name).text }),
  ];
  return <span className="item-note">{details.filter(Boolean).join(' · ')}</span>;
}

function Acts({ milestone, onUp, onDown, onEdit }: Omit<RowProps, 'cycle'> & { onEdit: () => void }) {
  const { t } = useTranslate();
  const text = useText();
  const { programme } = useAddress();
  const { send, problem } = useSending<typeof removeMilestone>(
    'DELETE',
    '/api/v1/programmes/{programme}/milestones/{milestone}',
  );
  const name = text(milestone.name).text;
  const remove = () => send({ params: { programme, milestone: milestone.key } }).catch(() => undefined);
  return (
    <div className="report-acts">
      <button type="button" className="plain" aria-label={t('cycles.up', { name })} disabled={!onUp} onClick={onUp}>
        ↑
      </button>
      <button
        type="button"
        className="plain"
        aria-label={t('cycles.down', { name })}
        disabled={!onDown}
        onClick={onDown}
      >
        ↓
      </button>
      <button type="button" className="plain" aria-label={t('cycles.editOf', { name })} onClick={onEdit}>
        {t('cycles.edit')}
      </button>
      <button type="button" className="plain" aria-label={t('cycles.removeOf', { name })} onClick={remove}>
        {t('cycles.remove')}
      </button>
      <Refusal problem={problem} />
    </div>
  );
}

function Row({ milestone, cycle, onUp, onDown }: RowProps) {
  const may = useMay();
  const [editing, setEditing] = useState(false);
  return (
    <li className="report-line">
      <div>
        <strong>
          <Words of={milestone.name} />
        </strong>
        <Details milestone={milestone} />
      </div>
      {!editing && may('keep-milestones', milestone.area.key) && (
        <Acts milestone={milestone} onUp={onUp} onDown={onDown} onEdit={() => setEditing(true)} />
      )}
      {editing && (
        <DraftForm cycle={cycle} area={milestone.area.key} milestone={milestone} onDone={() => setEditing(false)} />
      )}
    </li>
  );
}

/** The ordered milestones of one area in a draft. */
export function DraftArea({
  area,
  cycle,
  milestones,
}: {
  area: Ref;
  cycle: Cycle;
  milestones: readonly DraftMilestone[];
}) {
  const { programme } = useAddress();
  const { send, problem } = useSending<typeof orderMilestones>('POST', `${room}/{cycle}/order`);
  if (milestones.length === 0) return null;
  const swap = (at: number, other: number) => {
    const keys = milestones.map(({ key }) => key);
    [keys[at], keys[other]] = [keys[other] as string, keys[at] as string];
    send({ params: { programme, cycle: cycle.key }, input: { area: area.key, milestones: keys } }).catch(
      () => undefined,
    );
  };
  const last = milestones.length - 1;
  return (
    <section aria-labelledby={`draft-${area.key}`}>
      <h2 id={`draft-${area.key}`}>
        <Words of={area.name} />
      </h2>
      <ul className="reports">
        {milestones.map((milestone, at) => (
          <Row
            key={milestone.key}
            milestone={milestone}
            cycle={cycle}
            onUp={at > 0 ? () => swap(at, at - 1) : undefined}
            onDown={at < last ? () => swap(at, at + 1) : undefined}
          />
        ))}
      </ul>
      <Refusal problem={problem} />
    </section>
  );
}
