// SPDX-License-Identifier: AGPL-3.0-or-later
import { Fragment, type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { useTold } from '../i18n/told.ts';

interface ActsProps<A extends string> {
  title: string;
  /** What can be done with the thing as it stands. */
  acts: readonly A[];
  label: (act: A) => string;
  /** The form of an act; it says when it is done or given up. */
  formOf: (act: A, ends: { onDone: () => void; onCancel: () => void }) => ReactNode;
  /** What the address asks to do: it is open, and the keyboard led to it. */
  asked?: A | undefined;
  onAnswered?: () => void;
  children?: ReactNode;
}

/** What can be done with one thing, one act at a time, where the thing stands. */
export function Acts<A extends string>({ title, acts, label, formOf, asked, onAnswered, children }: ActsProps<A>) {
  const { t } = useTold();
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
