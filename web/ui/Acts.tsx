// SPDX-License-Identifier: AGPL-3.0-or-later
import { Fragment, type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { useTranslate } from '../i18n/translate.ts';

interface ActsProps<A extends string> {
  title: string;
  /** Actions available in the current state. */
  acts: readonly A[];
  label: (act: A) => string;
  /** Renders the form of an action; it reports when it is done or cancelled. */
  formOf: (act: A, ends: { onDone: () => void; onCancel: () => void }) => ReactNode;
  /** Action requested by the address: it starts open and focused. */
  asked?: A | undefined;
  onAnswered?: () => void;
  children?: ReactNode;
}

/** The actions on one item; one form is open at a time. */
export function Acts<A extends string>({ title, acts, label, formOf, asked, onAnswered, children }: ActsProps<A>) {
  const { t } = useTranslate();
  const [act, setAct] = useState(asked);
  const [said, setSaid] = useState(false);
  const place = useRef<HTMLHeadingElement>(null);
  const id = useId();
  useEffect(() => {
    if (place.current?.dataset.asked) place.current.focus();
  }, []);
  const open = (one: A | undefined, done = false) => {
    setAct(one);
    setSaid(done);
    onAnswered?.();
  };
  const ends = { onDone: () => open(undefined, true), onCancel: () => open(undefined) };
  return (
    <section className="keeping" aria-labelledby={id}>
      <h2 id={id} ref={place} tabIndex={-1} data-asked={asked}>
        {title}
      </h2>
      {children}
      <fieldset className="switch">
        <legend className="visually-hidden">{title}</legend>
        {acts.map((one) => (
          <button
            key={one}
            type="button"
            aria-pressed={one === act}
            onClick={() => open(one === act ? undefined : one)}
          >
            {label(one)}
          </button>
        ))}
      </fieldset>
      {act && <Fragment key={act}>{formOf(act, ends)}</Fragment>}
      <p role="status">{said && t('keep.done')}</p>
    </section>
  );
}
