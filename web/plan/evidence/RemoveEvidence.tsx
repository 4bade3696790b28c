// SPDX-License-Identifier: AGPL-3.0-or-later
import type { removeEvidence } from '../../../api/plan/evidence/contract.ts';
import { whyNotRemoved } from '../../../api/plan/evidence/rules.ts';
import { useText } from '../../i18n/text.ts';
import { useTranslate } from '../../i18n/translate.ts';
import { useSending } from '../../sending.ts';
import { useMay } from '../../session.ts';
import { AskTwice } from '../../ui/AskTwice.tsx';
import { useAddress } from '../../ui/address.ts';
import type { Milestone } from '../milestones/queries.ts';

interface RemoveEvidenceProps {
  milestone: Milestone;
  item: Milestone['evidenceItems'][number];
}

/** Removes evidence that no closing refers to. */
export function RemoveEvidence({ milestone, item: { key, name } }: RemoveEvidenceProps) {
  const { t } = useTranslate();
  const text = useText();
  const may = useMay();
  const { programme } = useAddress();
  const { send, problem, busy } = useSending<typeof removeEvidence>(
    'DELETE',
    '/api/v1/programmes/{programme}/milestones/{milestone}/evidence/{evidence}',
  );
  const remove = async () => {
    await send({ params: { programme, milestone: milestone.key, evidence: key } });
    // The button disappears with the evidence: move focus to the heading.
    document.getElementById('evidence-title')?.focus();
  };
  const closing = milestone.closings.at(-1)?.state ?? null;
  const rests = whyNotRemoved({ doneOn: milestone.done?.date ?? null, closing }) !== null;
  // Keep an error that arrived meanwhile visible.
  if (!may('keep-milestones', milestone.area.key) || (rests && !problem)) return null;
  return (
    <AskTwice
      label={t('evidence.remove')}
      name={t('evidence.removeOf', { name: text(name).text })}
      question={t('evidence.removeSure')}
      yes={t('evidence.removeYes')}
      problem={problem}
      busy={busy}
      onYes={remove}
    />
  );
}
