// SPDX-License-Identifier: AGPL-3.0-or-later
import type { ReactNode } from 'react';
import type { FieldValues } from 'react-hook-form';
import type { InputOf } from '../../../api/contract.ts';
import type { editSpace } from '../../../api/spaces/directory/contract.ts';
import type { Section } from '../../../api/spaces/directory/rules.ts';
import { useTold } from '../../i18n/told.ts';
import { useActingOn } from '../../sending.ts';
import { useAddress } from '../../ui/address.ts';
import type { Ends } from '../../ui/EditSection.tsx';
import { KeptSection } from '../../ui/KeptSection.tsx';
import type { Kept } from '../../ui/kept.ts';
import type { Space } from './queries.ts';

export interface SpaceFormProps extends Ends {
  space: Space;
}

interface SectionFormProps<V extends FieldValues> extends SpaceFormProps {
  section: Section;
  /** Converts the section to form values, and form values to API input. */
  typed: V;
  inputOf: (typed: V) => InputOf<typeof editSpace>;
  children: (form: Kept<V>) => ReactNode;
}

/** One section of a space, saved separately. */
export function SpaceForm<V extends FieldValues>(props: SectionFormProps<V>) {
  const { space, section, typed, inputOf, onDone, onCancel, children } = props;
  const { t } = useTold();
  const { programme } = useAddress();
  const { act, current, ...sending } = useActingOn<typeof editSpace, Space>(
    'PATCH',
    '/api/v1/programmes/{programme}/spaces/{space}',
    space,
  );
  return (
    <KeptSection
      name={`space.${space.key}.${section}`}
      typed={typed}
      sending={sending}
      send={(values) => act({ programme, space: space.key }, inputOf(values))}
      overtaken={current && t('census.form.changedMeanwhile')}
      onDone={onDone}
      onCancel={onCancel}
    >
      {children}
    </KeptSection>
  );
}
