// SPDX-License-Identifier: AGPL-3.0-or-later
import { useEffect, useRef, useState } from 'react';
import type { Change, undoChange } from '../../../api/platform/history/contract.ts';
import { useText } from '../../i18n/text.ts';
import { useTranslate } from '../../i18n/translate.ts';
import { useSending } from '../../sending.ts';
import { AskTwice } from '../../ui/AskTwice.tsx';
import { useAddress } from '../../ui/address.ts';

/** Undoes a change if the API allows it; undone changes stay in the list. */
export function Undo({ change: { id, key, name, about, undoable } }: { change: Change }) {
  const { t } = useTranslate();
  const text = useText();
  const { programme, asOf } = useAddress();
  const [done, setDone] = useState(false);
  const said = useRef<HTMLParagraphElement>(null);
  const { send, problem, busy } = useSending<typeof undoChange>(
    'POST',
    '/api/v1/programmes/{programme}/changes/{change}/undo',
  );
  // The button disappears: move focus to the message.
  useEffect(() => {
    if (done) said.current?.focus();
  }, [done]);
  if (done)
    return (
      <p className="report-said" role="status" ref={said} tabIndex={-1}>
        {t('undo.done')}
      </p>
    );
  const held = undoable || busy || problem !== null;
  if (!held || asOf !== undefined) return null;
  const what = name ?? about?.name;
  return (
    <AskTwice
      label={t('undo.label')}
      name={t('undo.of', { what: what ? text(what).text : key })}
      question={t('undo.sure')}
      yes={t('undo.yes')}
      problem={problem}
      busy={busy}
      onYes={() => send({ params: { programme, change: id } }).then(() => setDone(true))}
    />
  );
}
