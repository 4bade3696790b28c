// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Section } from '../../../api/labs/directory/rules.ts';
import { HoursForm } from './HoursForm.tsx';
import { PlaceForm } from './PlaceForm.tsx';
import { AboutForm, PlainForm } from './PlainForm.tsx';
import type { SectionProps } from './SectionForm.tsx';
import { ServicesForm } from './ServicesForm.tsx';

const forms = {
  about: AboutForm,
  place: PlaceForm,
  hours: HoursForm,
  facts: (props: SectionProps) => <PlainForm {...props} section="facts" />,
  services: ServicesForm,
  contacts: (props: SectionProps) => <PlainForm {...props} section="contacts" />,
};

export function EntryForm({ section, ...props }: SectionProps & { section: Exclude<Section, 'machines'> }) {
  const Of = forms[section];
  return <Of {...props} />;
}
