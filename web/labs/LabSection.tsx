// SPDX-License-Identifier: AGPL-3.0-or-later
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { freshnessOf, type Section } from '../../api/labs/rules.ts';
import { useFormat } from '../i18n/format.ts';
import { useTold } from '../i18n/told.ts';
import { useProgramme } from '../programmes/queries.ts';
import type { Lab } from './queries.ts';

interface LabSectionProps {
  lab: Lab;
  section: Section;
  /** What is shown, and, for those who keep the entry, the form in its place. */
  children: ReactNode;
  form?: (ends: { onDone: () => void; onCancel: () => void }) => ReactNode;
}

/** How long ago a section was last found true. */
function Age({ lab, section }: Pick<LabSectionProps, 'lab' | 'section'>) {
  const { t } = useTold();
  const { age } = useFormat();
  const { day } = useProgramme();
  const on = lab.confirmed[section];
  if (!on) return <span className="section-age">{t('entry.never')}</span>;
  const old = lab.freshness !== null && freshnessOf(on, day) !== 'confirmed';
  return (
    <span className={old ? 'section-age is-old' : 'section-age'}>{t('entry.confirmedOn', { age: age(on, day) })}</span>
  );
}

/** One section of an entry: how old it is, what it tells, and its form. */
export function LabSection({ lab, section, children, form }: LabSectionProps) {
  const { t } = useTold();
  const [open, setOpen] = useState(false);
  const [said, setSaid] = useState('');
  const button = useRef<HTMLButtonElement>(null);
  const opened = useRef(false);
  const title = t(`entry.sections.${section}`);
  useEffect(() => {
    // The form went: the keyboard goes on from where it was opened.
    if (!open && opened.current) button.current?.focus();
    opened.current = open;
  }, [open]);
  const close = (words: string) => () => {
    setOpen(false);
    setSaid(words);
  };
  return (
    <section className="lab-section" id={`section-${section}`} aria-labelledby={`title-${section}`}>
      <div className="lab-section-head">
        <h2 id={`title-${section}`}>{title}</h2>
        <Age lab={lab} section={section} />
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
