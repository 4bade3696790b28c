// SPDX-License-Identifier: AGPL-3.0-or-later
import type { ReactNode } from 'react';
import { freshnessOf, type Section } from '../../../api/labs/directory/rules.ts';
import { useFormat } from '../../i18n/format.ts';
import { useTranslate } from '../../i18n/translate.ts';
import { useProgramme } from '../../programme.ts';
import { EditSection, type Ends } from '../../ui/EditSection.tsx';
import { Go } from '../../ui/Go.tsx';
import { useUnsentOf } from '../../unsent.ts';
import { formOf } from '../editing/SectionForm.tsx';
import type { Lab } from './queries.ts';

interface LabSectionProps {
  lab: Lab;
  section: Section;
  children: ReactNode;
  form?: (ends: Ends) => ReactNode;
}

/** Time since a section was last confirmed. */
function Age({ lab, section }: Pick<LabSectionProps, 'lab' | 'section'>) {
  const { t } = useTranslate();
  const { age } = useFormat();
  const { day } = useProgramme();
  const on = lab.confirmed[section];
  if (!on) return <span className="section-age">{t('entry.never')}</span>;
  const old = lab.freshness !== null && freshnessOf(on, day) !== 'confirmed';
  return (
    <span className={old ? 'section-age is-old' : 'section-age'}>{t('entry.confirmedOn', { age: age(on, day) })}</span>
  );
}

/** Says that the section shows the values before an edit that is not sent yet. */
function WaitingNote({ lab, section }: Pick<LabSectionProps, 'lab' | 'section'>) {
  const { t } = useTranslate();
  const { name, page } = formOf(lab, section);
  const waiting = useUnsentOf(name);
  if (!waiting) return null;
  return (
    <p className="unsent-here" role="status">
      {t(waiting.refused === undefined ? 'unsent.here' : 'unsent.hereRefused')} <Go to={page}>{t('unsent.reopen')}</Go>
    </p>
  );
}

/** One section of an entry: age, facts and form. */
export function LabSection({ lab, section, children, form }: LabSectionProps) {
  const { t } = useTranslate();
  return (
    <EditSection
      id={section}
      title={t(`entry.sections.${section}`)}
      beside={<Age lab={lab} section={section} />}
      waiting={<WaitingNote lab={lab} section={section} />}
      form={form}
    >
      {children}
    </EditSection>
  );
}
