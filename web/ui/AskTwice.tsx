// SPDX-License-Identifier: AGPL-3.0-or-later
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Problem } from '../http.ts';
import { Refusal } from './Form.tsx';

interface AskTwiceProps {
  label: string;
  /** Label including its object, if a page has several. */
  name?: string;
  question: string;
  yes: string;
  problem: Problem | null;
  busy: boolean;
  onYes: () => Promise<unknown>;
}

/** An action with a confirmation step; focus moves to the confirmation. */
export function AskTwice({ label, name, question, yes, problem, busy, onYes }: AskTwiceProps) {
  const { t } = useTranslation();
  const [asking, setAsking] = useState(false);
  const asked = useRef(false);
  const first = useRef<HTMLButtonElement>(null);
  const words = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    if (asking) words.current?.focus();
    else if (asked.current) first.current?.focus();
    asked.current = asking;
  }, [asking]);
  if (!asking)
    return (
      <button type="button" className="plain" ref={first} aria-label={name} onClick={() => setAsking(true)}>
        {label}
      </button>
    );
  // The error is in `problem`.
  const send = () => (busy ? undefined : onYes().catch(() => undefined));
  return (
    <div className="twice">
      <p ref={words} tabIndex={-1}>
        {question}
      </p>
      <Refusal problem={problem} />
      <button type="button" className="plain" aria-disabled={busy} onClick={send}>
        {yes}
      </button>{' '}
      <button type="button" className="plain" onClick={() => setAsking(false)}>
        {t('form.leave')}
      </button>
    </div>
  );
}
