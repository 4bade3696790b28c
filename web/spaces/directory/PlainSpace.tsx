// SPDX-License-Identifier: AGPL-3.0-or-later
import { inputOf, typedOf } from '../../../api/platform/fields/form.rules.ts';
import { spaceFields } from '../../../api/spaces/directory/fields.ts';
import type { Section } from '../../../api/spaces/directory/rules.ts';
import { useSources } from '../../city/background/queries.ts';
import { useOrganisationChooser } from '../../city/organisations/queries.ts';
import { useText } from '../../i18n/text.ts';
import { FieldInputs, type Options } from '../../platform/fields/FieldInputs.tsx';
import { SpaceForm, type SpaceFormProps } from './SpaceForm.tsx';

interface PlainProps extends SpaceFormProps {
  section: Section;
  options?: Options;
}

/** A section whose form follows from the fields of a space. */
export function PlainSpace({ section, options = {}, ...props }: PlainProps) {
  const typed = typedOf(spaceFields, section, props.space);
  return (
    <SpaceForm {...props} section={section} typed={typed} inputOf={(now) => inputOf(spaceFields, section, now, typed)}>
      {(form) => <FieldInputs form={form} fields={spaceFields} section={section} options={options} />}
    </SpaceForm>
  );
}

/** Name, description, owner and former use. */
export function AboutSpace(props: SpaceFormProps) {
  const text = useText();
  const organisation = useOrganisationChooser(props.space.owner);
  const sources = useSources().data?.items ?? [];
  const titles = sources.map(({ key, title }) => ({ value: key, label: text(title).text }));
  const source = { options: [{ value: '', label: '—' }, ...titles] };
  return <PlainSpace {...props} section="about" options={{ organisation, source }} />;
}
