// SPDX-License-Identifier: AGPL-3.0-or-later
import type { addLink } from '../../../api/plan/evidence/contract.ts';
import { useText } from '../../i18n/text.ts';
import { useTranslate } from '../../i18n/translate.ts';
import { textIn } from '../../plan/milestones/Acting.tsx';
import type { Milestone } from '../../plan/milestones/queries.ts';
import { useSending } from '../../sending.ts';
import { useAddress } from '../../ui/address.ts';
import { Refusal } from '../../ui/Form.tsx';
import { type Chain, type ChainItem, useChain } from './queries.ts';

/** Number of a call's active awards, and how many of them are open. */
function countsOf({ threads, items }: Chain, call: ChainItem) {
  const ids = new Set(threads.filter((one) => one.call === call.id).map(({ award }) => award));
  const stages = items.flatMap(({ id, award }) => (award && ids.has(id) ? [award.stage] : []));
  return {
    count: stages.filter((stage) => stage !== 'gave-up' && stage !== 'revoked').length,
    opened: stages.filter((stage) => stage === 'opened').length,
  };
}

/** Adds the results of a call as evidence for its milestone, in one click. */
export function ResultsEvidence({ milestone }: { milestone: Milestone }) {
  const { t } = useTranslate();
  const text = useText();
  const { programme, language } = useAddress();
  const { data } = useChain({ from: 'milestone', key: milestone.key });
  const { send, problem, busy } = useSending<typeof addLink>(
    'POST',
    '/api/v1/programmes/{programme}/milestones/{milestone}/evidence',
  );
  const nameOf = ({ name }: ChainItem) => (name ? text(name).text : '');
  const addressOf = (call: ChainItem) => `${window.location.origin}/it/${programme}/calls/${call.key}#awards`;
  const offered = (data?.items ?? []).flatMap((item) => {
    const counts = data && item.kind === 'call' ? countsOf(data, item) : undefined;
    const used = milestone.evidenceItems.some(({ url }) => url === addressOf(item));
    return counts && counts.count > 0 && !used ? [{ call: item, ...counts }] : [];
  });
  const add = (call: ChainItem, counts: { count: number; opened: number }) => {
    const words = t('evidence.results.named', { name: nameOf(call), ...counts });
    const input = { name: textIn(language, words), url: addressOf(call) };
    // The error is in `problem`.
    send({ params: { programme, milestone: milestone.key }, input }).catch(() => undefined);
  };
  if (offered.length === 0) return null;
  return (
    <div className="check">
      <h3>{t('evidence.results.title')}</h3>
      {offered.map(({ call, ...counts }) => (
        <p key={call.id}>
          {t('evidence.results.told', { name: nameOf(call), ...counts })}{' '}
          <button type="button" className="plain" disabled={busy} onClick={() => add(call, counts)}>
            {t('evidence.results.use')}
          </button>
        </p>
      ))}
      <Refusal problem={problem} />
    </div>
  );
}
