// SPDX-License-Identifier: AGPL-3.0-or-later
import type { ReactNode } from 'react';
import type { FieldValues } from 'react-hook-form';
import type { InputOf } from '../../../api/contract.ts';
import type { editSpace } from '../../../api/spaces/directory/contract.ts';
import type { Section } from '../../../api/spaces/directory/rules.ts';
import { useTranslate } from '../../i18n/translate.ts';
import { useActingOn } from '../../sending.ts';
import { useAddress } from '../../ui/address.ts';
import type { Ends } from '../../ui/EditSection.tsx';
import { PersistedSection } from '../../ui/PersistedSection.tsx';
import type { PersistedForm } from '../../ui/persisted.ts';
import type { Space } from './queries.ts';

export interface SpaceFormProps extends Ends {
  space: Space;
}

interface SectionFormProps<V extends FieldValues> extends SpaceFormProps {
  section: Section;
  /** Converts the section to form values, and form values to API input. */
  typed: V;
  inputOf: (typed: V) => InputOf<typeof editSpace>;
  children: (form: PersistedForm<V>) => ReactNode;
}

/** One section of a space, saved separately. */
export function SpaceForm<V extends FieldValues>(props: SectionFormProps<V>) {
  const { space, section, typed, inputOf, onDone, onCancel, children } = props;
  const { t } = useTranslate();
  const { programme } = useAddress();
  const { act, current, ...sending } = useActingOn<typeof editSpace, Space>(
    'PATCH',
    '/api/v1/programmes/{programme}/spaces/{space}',
    space,
  );
  return (
    <PersistedSection
      name={`space.${space.key}.${section}`}
      typed={typed}
      sending={sending}
      send={(values) => act({ programme, space: space.key }, inputOf(values))}
      overtaken={current && t('census.form.changedMeanwhile')}
      onDone={onDone}
      onCancel={onCancel}
    >
      {children}
    </PersistedSection>
  );
}
