// SPDX-License-Identifier: AGPL-3.0-or-later
import type { ReactNode } from 'react';
import type { FieldValues } from 'react-hook-form';
import type { InputOf } from '../../../api/contract.ts';
import type { Section } from '../../../api/labs/directory/rules.ts';
import type { editLab } from '../../../api/labs/editing/contract.ts';
import { useFormat } from '../../i18n/format.ts';
import { useTranslate } from '../../i18n/translate.ts';
import type { Ends } from '../../ui/EditSection.tsx';
import { PersistedSection } from '../../ui/PersistedSection.tsx';
import type { PersistedForm } from '../../ui/persisted.ts';
import type { Lab } from '../directory/queries.ts';
import { useEditing } from './queries.ts';

export interface SectionProps extends Ends {
  lab: Lab;
}

interface SectionFormProps<V extends FieldValues> extends SectionProps {
  section: Exclude<Section, 'machines'>;
  /** Converts the section to form values, and form values to API input. */
  typed: V;
  inputOf: (typed: V) => InputOf<typeof editLab>;
  children: (form: PersistedForm<V>) => ReactNode;
}

/** Name and page of the form of a section. */
export const formOf = ({ key }: Pick<Lab, 'key'>, section: Section) => ({
  name: `entry.${key}.${section}`,
  page: `labs/${key}?edit=${section}`,
});

/** One section of an entry: saved separately, queued without a connection. */
export function SectionForm<V extends FieldValues>(props: SectionFormProps<V>) {
  const { lab, section, typed, inputOf, onDone, onCancel, children } = props;
  const { t } = useTranslate();
  const { age } = useFormat();
  const { edit, current, reopened, ...sending } = useEditing(lab, {
    label: t(`entry.sections.${section}`),
    ...formOf(lab, section),
  });
  const confirmed = current?.confirmed[section];
  const told = confirmed ? t('entry.confirmedOn', { age: age(confirmed, new Date()) }) : t('entry.never');
  return (
    <PersistedSection
      name={formOf(lab, section).name}
      typed={{ ...typed, ...(reopened as Partial<V>) }}
      sending={sending}
      send={(values) => edit(inputOf(values), values)}
      overtaken={current && told}
      onDone={onDone}
      onCancel={onCancel}
    >
      {children}
    </PersistedSection>
  );
}
