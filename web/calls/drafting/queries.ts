// SPDX-License-Identifier: AGPL-3.0-or-later
import { useState } from 'react';
import type { CallDraft, listDrafts, saveDraft } from '../../../api/calls/drafting/contract.ts';
import type { Problem } from '../../http.ts';
import { useReading } from '../../reading.ts';
import { useSending } from '../../sending.ts';
import { useAddress } from '../../ui/address.ts';

export type { CallDraft };
export type Plan = CallDraft['plan'];

export const room = '/api/v1/programmes/{programme}/call-drafts';

export const useCallDrafts = () => useReading<typeof listDrafts>(room, {}, {});

/** Saves a plan with the version that was read; `current` is the new version after a conflict. */
export function useSavingPlan(draft: CallDraft) {
  const { programme } = useAddress();
  // Background refetches must not change the base version: use the one read or saved here.
  const [seen, setSeen] = useState(draft.version);
  const [current, setCurrent] = useState<CallDraft | null>(null);
  const { send, problem, busy } = useSending<typeof saveDraft>('PUT', `${room}/{draft}`);
  const save = async (plan: Plan) => {
    try {
      const version = current?.version ?? seen;
      const saved = await send({ params: { programme, draft: draft.draftId }, input: { plan }, version });
      setSeen(saved.version);
      setCurrent(null);
      return saved;
    } catch (cause) {
      const latest = (cause as Problem).body?.current;
      if (latest) setCurrent(latest as unknown as CallDraft);
      throw cause;
    }
  };
  return { save, problem: current ? null : problem, busy, current };
}
