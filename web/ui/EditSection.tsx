// SPDX-License-Identifier: AGPL-3.0-or-later
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useTranslate } from '../i18n/translate.ts';

export interface Ends {
  onDone: () => void;
  onCancel: () => void;
}

interface EditSectionProps {
  id: string;
  title: string;
  /** Content beside the title, e.g. the age of the section. */
  beside?: ReactNode;
  /** The view and, with permission, the form that replaces it. */
  children: ReactNode;
  form?: ((ends: Ends) => ReactNode) | undefined;
}

/** One section of an entry: view and form. */
export function EditSection({ id, title, beside, children, form }: EditSectionProps) {
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
  const close = (words: string) => () => {
    setOpen(false);
    setSaid(words);
  };
  return (
    <section className="lab-section" id={`section-${id}`} aria-labelledby={`title-${id}`}>
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
      {open && form ? form({ onDone: close(t('entry.saved')), onCancel: close('') }) : children}
    </section>
  );
}
