// SPDX-License-Identifier: AGPL-3.0-or-later
import { useState } from 'react';
import { useTranslate } from '../../i18n/translate.ts';
import { useAccount, useMay } from '../../session.ts';
import { useAddress } from '../../ui/address.ts';
import { Go } from '../../ui/Go.tsx';
import { Register } from '../applications/Register.tsx';
import { Countdown, useRunState } from '../drafting/Countdown.tsx';
import { Declared, type Run } from '../drafting/Declared.tsx';
import { Said } from '../drafting/Said.tsx';
import { Fund } from '../first-come/Fund.tsx';
import { AskQuestion } from '../questions/AskQuestion.tsx';
import { Rankings } from '../ranking/Rankings.tsx';
import type { WholeCall } from './queries.ts';

/** How to apply; people without an account request one here. */
function Applying({ call, open }: { call: WholeCall; open: boolean }) {
  const { t } = useTranslate();
  const may = useMay();
  const account = useAccount();
  const [asking, setAsking] = useState(false);
  const own = may('apply');
  if (own)
    return (
      <Go to={`calls/${call.key}/apply`} className="button button-main">
        {t(open ? 'bids.apply' : 'bids.goOn')}
      </Go>
    );
  if (account || !open) return null;
  if (asking) return <Register call={call.key} />;
  return (
    <button type="button" className="button button-main" onClick={() => setAsking(true)}>
      {t('bids.apply')}
    </button>
  );
}

/** The deadline and the actions for the current user. */
export function RunLead({ call, run }: { call: WholeCall; run: Run }) {
  const { t } = useTranslate();
  const may = useMay();
  const { asOf } = useAddress();
  const state = useRunState(run);
  if (asOf !== undefined) return null;
  return (
    <section aria-label={t('bids.actions')}>
      <Countdown opensAt={run.opensAt} closesAt={run.closesAt} />
      <div className="form-ends">
        <Applying call={call} open={state === 'open'} />
        {may('keep-calls', call.area.key) && (
          <Go to={`calls/${call.key}/desk`} className="button">
            {t('bids.desk')}
          </Go>
        )}
        {may('evaluate') && state === 'closed' && call.procedure !== 'first-come' && (
          <Go to={`calls/${call.key}/evaluation`} className="button">
            {t('bids.evaluation')}
          </Go>
        )}
      </div>
    </section>
  );
}

/** State of the fund or the ranking. */
export function RunStanding({ call }: { call: WholeCall }) {
  const { asOf } = useAddress();
  if (call.procedure !== 'first-come') return <Rankings call={call} />;
  return asOf === undefined ? <Fund call={call.key} /> : null;
}

/** Applicants may ask questions until the declared instant. */
function Asking({ call, run }: { call: string; run: Run }) {
  const may = useMay();
  const { asOf } = useAddress();
  const { questionsUntil, closesAt, opensAt } = run;
  const open = useRunState({ opensAt, closesAt: questionsUntil ?? closesAt }) !== 'closed';
  return open && may('apply') && asOf === undefined && <AskQuestion call={call} />;
}

/** A call run here: its declared rules and its questions. */
export function RunTerms({ call, run }: { call: WholeCall; run: Run }) {
  return (
    <>
      <Declared call={call} run={run} />
      <Said run={run} />
      <Asking call={call.key} run={run} />
    </>
  );
}
