// SPDX-License-Identifier: AGPL-3.0-or-later
import type { withdrawApplication } from '../../../api/calls/applications/contract.ts';
import { useFormat } from '../../i18n/format.ts';
import { useTranslate } from '../../i18n/translate.ts';
import { useSending } from '../../sending.ts';
import { AskTwice } from '../../ui/AskTwice.tsx';
import { useAddress } from '../../ui/address.ts';
import { Facts } from '../../ui/Facts.tsx';
import type { WholeCall } from '../published/queries.ts';
import { type MyApplication, room } from './queries.ts';

/** Immediate result of a first-come application. */
function Admission({ of }: { of: NonNullable<MyApplication['admission']> }) {
  const { t } = useTranslate();
  const { euro } = useFormat();
  const { arrival, state, amountEur, why } = of;
  return (
    <p className="prose" role="status">
      <strong>
        {t(`apply.admission.${state}`, { amount: euro(amountEur) })}
        {state !== 'released' && ` ${t(`firstComeFund.whys.${why as 'in-full'}`)}.`}
      </strong>{' '}
      {t('apply.arrival', { number: arrival })}
    </p>
  );
}

interface ReceiptProps {
  call: WholeCall;
  mine: MyApplication;
  /** By the server's clock, from the application's response. */
  open: boolean;
  onReply: (mine: MyApplication) => void;
}

function Withdraw({ call, onReply }: Pick<ReceiptProps, 'call' | 'onReply'>) {
  const { t } = useTranslate();
  const { programme } = useAddress();
  const { send, problem, busy } = useSending<typeof withdrawApplication>('POST', `${room}/withdrawal`);
  const withdraw = async () => onReply(await send({ params: { programme, call: call.key } }));
  return (
    <AskTwice
      label={t('apply.withdraw')}
      question={t(call.procedure === 'first-come' ? 'apply.withdrawAskFirst' : 'apply.withdrawAsk')}
      yes={t('apply.withdrawYes')}
      problem={problem}
      busy={busy}
      onYes={withdraw}
    />
  );
}

/** Receipt of a submission: number, exact time and content hash. */
export function Receipt({ call, mine, open, onReply }: ReceiptProps) {
  const { t } = useTranslate();
  const { second } = useFormat();
  const { receipt, admission, excludedReason, state, savedAt } = mine;
  if (!receipt) return null;
  const { number, submittedAt, sha256 } = receipt;
  const edited = savedAt !== null && savedAt > submittedAt && state === 'submitted';
  const facts = [
    [t('apply.number'), String(number)],
    [
      t('apply.submittedAt'),
      <>
        {second(submittedAt)} <span className="muted">({submittedAt})</span>
      </>,
    ],
    [t('apply.sha'), <code key="sha">{sha256}</code>],
  ] as const;
  return (
    <section aria-labelledby="receipt-title" className="receipt">
      <h2 id="receipt-title">{t(state === 'withdrawn' ? 'apply.withdrawn' : 'apply.receipt')}</h2>
      {admission && <Admission of={admission} />}
      {excludedReason && <p className="refusal">{t('apply.excluded', { reason: excludedReason })}</p>}
      <Facts facts={facts} />
      {edited && open && <p className="form-notice">{t('apply.edited')}</p>}
      {admission?.state === 'admitted' && !open && <p className="muted">{t('apply.giveUp')}</p>}
      <div className="form-ends">
        <button type="button" className="button" onClick={() => window.print()}>
          {t('apply.print')}
        </button>
        {open && state === 'submitted' && <Withdraw call={call} onReply={onReply} />}
      </div>
    </section>
  );
}
