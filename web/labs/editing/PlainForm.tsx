// SPDX-License-Identifier: AGPL-3.0-or-later
import { labFields } from '../../../api/labs/directory/fields.ts';
import type { Section } from '../../../api/labs/directory/rules.ts';
import { inputOf, typedOf } from '../../../api/platform/fields/form.rules.ts';
import { useOrganisationChooser } from '../../city/organisations/queries.ts';
import { FieldInputs, type Options } from '../../platform/fields/FieldInputs.tsx';
import { SectionForm, type SectionProps } from './SectionForm.tsx';

interface PlainProps extends SectionProps {
  section: Exclude<Section, 'machines'>;
  options?: Options;
}

/** A section whose form follows from the fields of a lab. */
export function PlainForm({ section, options = {}, ...props }: PlainProps) {
  const typed = typedOf(labFields, section, props.lab);
  return (
    <SectionForm {...props} section={section} typed={typed} inputOf={(now) => inputOf(labFields, section, now, typed)}>
      {(form) => <FieldInputs form={form} fields={labFields} section={section} options={options} />}
    </SectionForm>
  );
}

/** Name and description, kind, operator and founding date. */
export function AboutForm(props: SectionProps) {
  const organisation = useOrganisationChooser(props.lab.organisation);
  return <PlainForm {...props} section="about" options={{ organisation }} />;
}
