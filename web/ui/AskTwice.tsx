// SPDX-License-Identifier: AGPL-3.0-or-later
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Problem } from '../http.ts';
import { Refusal } from './Form.tsx';

interface AskTwiceProps {
  label: string;
  /** The label with what it is about, where several stand on a page. */
  name?: string;
  question: string;
  yes: string;
  problem: Problem | null;
  busy: boolean;
  onYes: () => Promise<unknown>;
}

/** An act that is asked for once more before it is sent; the keyboard goes along with what is asked. */
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
  // What is refused stands in `problem`.
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
