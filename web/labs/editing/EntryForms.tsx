// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Section } from '../../../api/labs/directory/rules.ts';
import { AboutForm } from './AboutForm.tsx';
import { ContactsForm } from './ContactsForm.tsx';
import { FactsForm } from './FactsForm.tsx';
import { HoursForm } from './HoursForm.tsx';
import { PlaceForm } from './PlaceForm.tsx';
import type { SectionProps } from './SectionForm.tsx';
import { ServicesForm } from './ServicesForm.tsx';

const forms = {
  about: AboutForm,
  place: PlaceForm,
  hours: HoursForm,
  facts: FactsForm,
  services: ServicesForm,
  contacts: ContactsForm,
};

export function EntryForm({ section, ...props }: SectionProps & { section: Exclude<Section, 'machines'> }) {
  const Of = forms[section];
  return <Of {...props} />;
}
