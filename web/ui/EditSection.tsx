// SPDX-License-Identifier: AGPL-3.0-or-later
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { useTranslate } from '../i18n/translate.ts';
import { useAskedForm } from './address.ts';

/** How a form ends; `onDone` takes what sending returned. */
export interface Ends<R = unknown> {
  onDone: (reply?: R) => void;
  onCancel: () => void;
}

interface EditSectionProps {
  id: string;
  title: string;
  /** Content beside the title, e.g. the age of the section. */
  beside?: ReactNode;
  /** What is to be known of an edit that is not sent yet; shown above the view. */
  waiting?: ReactNode;
  /** The view and, with permission, the form that replaces it. */
  children: ReactNode;
  form?: ((ends: Ends) => ReactNode) | undefined;
}

/** One section of an entry: view and form. */
export function EditSection({ id, title, beside, waiting, children, form }: EditSectionProps) {
  const { t } = useTranslate();
  const [open, setOpen] = useState(false);
  const [said, setSaid] = useState('');
  const button = useRef<HTMLButtonElement>(null);
  const opened = useRef(false);
  useEffect(() => {
    // The form closed: return focus to the button that opened it.
    if (!open && opened.current) button.current?.focus();
    opened.current = open;
  }, [open]);
  const asked = useAskedForm();
  const section = useRef<HTMLElement>(null);
  useEffect(() => {
    if (asked.form !== id) return;
    flushSync(() => setOpen(true));
    section.current?.querySelector<HTMLElement>('form :is(input, select, textarea)')?.focus();
  }, [asked, id]);
  const close = (words: string) => {
    setOpen(false);
    setSaid(words);
  };
  const ends: Ends = {
    onDone: (reply) => close(reply === 'queued' ? '' : t('entry.saved')),
    onCancel: () => close(''),
  };
  return (
    <section ref={section} className="lab-section" id={`section-${id}`} aria-labelledby={`title-${id}`}>
      <div className="lab-section-head">
        <h2 id={`title-${id}`}>{title}</h2>
        {beside}
        {form && !open && (
          <button
            type="button"
            className="button"
            ref={button}
            aria-label={t('entry.editNamed', { section: title })}
            onClick={() => setOpen(true)}
          >
            {t('entry.edit')}
          </button>
        )}
      </div>
      <p role="status" className="section-said">
        {said}
      </p>
      {open && form ? (
        form(ends)
      ) : (
        <>
          {waiting}
          {children}
        </>
      )}
    </section>
  );
}
