// SPDX-License-Identifier: AGPL-3.0-or-later
import { useState } from 'react';
import type { submitApplication } from '../../../api/calls/applications/contract.ts';
import type { Problem } from '../../http.ts';
import { useTranslate } from '../../i18n/translate.ts';
import { useSending } from '../../sending.ts';
import { useAddress } from '../../ui/address.ts';
import { Refusal } from '../../ui/Form.tsx';
import type { WholeCall } from '../published/queries.ts';
import { type Autosave, room } from './queries.ts';

/** The idempotency key survives a reload until there is a response: a retry is the same submission. */
function useAttempt(of: string) {
  const place = `officina.attempt.${of}`;
  const begin = (): string => {
    const idempotencyKey = sessionStorage.getItem(place) ?? crypto.randomUUID();
    sessionStorage.setItem(place, idempotencyKey);
    return idempotencyKey;
  };
  return { begin, end: () => sessionStorage.removeItem(place) };
}

interface SubmitProps {
  call: WholeCall;
  save: Autosave;
  complete: boolean;
}

/** Submits the saved application; retries without a response never submit twice. */
export function Submit({ call, save, complete }: SubmitProps) {
  const { t } = useTranslate();
  const { programme } = useAddress();
  const [sure, setSure] = useState(false);
  const { send, problem, busy } = useSending<typeof submitApplication>('POST', `${room}/submission`);
  const { begin, end } = useAttempt(`${programme}.${call.key}`);
  const ready = complete && save.state === 'saved' && save.mine.version > 0 && !busy;
  const submit = async () => {
    if (!ready) return;
    const sent = { params: { programme, call: call.key }, input: { version: save.mine.version }, attempt: begin() };
    try {
      save.onReply(await send(sent));
      end();
      window.scrollTo(0, 0);
    } catch (cause) {
      // No response: the outcome is unknown. Retry with the same key.
      if ((cause as Problem).status > 0 && (cause as Problem).status < 500) end();
    }
  };
  const first = call.procedure === 'first-come';
  return (
    <div className="submit">
      <div className="field field-check">
        <label htmlFor="apply-sure">{t(first ? 'apply.sureFirst' : 'apply.sure')}</label>
        <input id="apply-sure" type="checkbox" checked={sure} onChange={({ target }) => setSure(target.checked)} />
      </div>
      <Refusal problem={problem} />
      <button
        type="button"
        className="button button-main"
        aria-disabled={!ready || !sure}
        onClick={() => sure && submit()}
      >
        {busy ? t('form.sending') : t(save.mine.receipt ? 'apply.submitAgain' : 'apply.submit')}
      </button>
      {!complete && <p className="muted">{t('apply.incomplete')}</p>}
    </div>
  );
}
