// SPDX-License-Identifier: AGPL-3.0-or-later
import { labFields } from '../../../api/labs/directory/fields.ts';
import type { Section } from '../../../api/labs/directory/rules.ts';
import { inputOf, typedOf } from '../../../api/platform/fields/form.rules.ts';
import { useAllOrganisations } from '../../city/organisations/queries.ts';
import { useText } from '../../i18n/text.ts';
import { FieldInputs, type Options } from '../../platform/fields/FieldInputs.tsx';
import { Answer } from '../../ui/states.tsx';
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
  const text = useText();
  return (
    // Wait for the options: a select value without an option would count as removed.
    <Answer of={useAllOrganisations()} height={640}>
      {({ items }) => {
        const organisation = items.map(({ key, name }) => ({ key, label: text(name).text }));
        return <PlainForm {...props} section="about" options={{ organisation }} />;
      }}
    </Answer>
  );
}
