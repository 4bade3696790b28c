// SPDX-License-Identifier: AGPL-3.0-or-later

import type { ReactNode } from 'react';
import { precisionWords } from '../../../api/platform/fields/choices.fields.ts';
import { askedIn, formPrecisions, type Typed } from '../../../api/platform/fields/form.rules.ts';
import { type Field as FieldRow, type Fields, nameOf } from '../../../api/platform/fields/rules.ts';
import { useTranslate } from '../../i18n/translate.ts';
import { Both } from '../../ui/Both.tsx';
import { Choices } from '../../ui/Choices.tsx';
import type { Chooser } from '../../ui/chooser.ts';
import { Field, type FieldProps } from '../../ui/Form.tsx';
import type { PersistedForm } from '../../ui/persisted.ts';
import { useChoices } from './FieldValue.tsx';

/** Items that references may name, by table. */
export type Options = Readonly<Record<string, Chooser>>;
type Props = Omit<FieldProps<Typed>, 'form' | 'name' | 'label'>;

/** Label of a control: with the unit in which the value is typed. */
export function useLabel(): (field: FieldRow) => string {
  const { t, said } = useTranslate();
  return (field) => {
    const unit = field.kind === 'euro' ? t('records.euro') : 'unit' in field ? field.unit : undefined;
    return unit ? `${said(field.label)} (${unit})` : said(field.label);
  };
}

/** Attributes of a single control. */
function useProps(options: Options): (field: FieldRow) => Props {
  const { t } = useTranslate();
  const { optionsOf, orNone } = useChoices();
  return (field) => {
    switch (field.kind) {
      case 'whole':
      case 'number':
      case 'euro':
      case 'share': {
        const step = field.kind === 'euro' ? 0.01 : field.kind === 'number' ? (field.step ?? 'any') : undefined;
        const { min = field.kind === 'euro' ? 0 : undefined, max } = field;
        return {
          type: 'number',
          ...(min === undefined ? {} : { min }),
          ...(max === undefined ? {} : { max }),
          ...(step === undefined ? {} : { step }),
        };
      }
      case 'date':
        return { type: 'date' };
      case 'link':
        return { type: 'url' };
      case 'choice':
        return { options: field.required ? optionsOf(field) : orNone(field) };
      case 'flag':
        return {
          options: [
            { value: '', label: '—' },
            { value: 'true', label: t('records.yes') },
            { value: 'false', label: t('records.no') },
          ],
        };
      case 'reference': {
        return options[field.table] ?? { options: [] };
      }
      case 'text':
        return { ...(field.rows ? { rows: field.rows } : {}), ...(field.format ? { type: field.format } : {}) };
      case 'words':
        return field.rows ? { rows: field.rows } : {};
      default:
        return {};
    }
  };
}

interface ControlProps {
  form: PersistedForm<Typed>;
  name: string;
  field: FieldRow;
  options: Options;
}

/** A date and how precisely it is known. */
function When({ form, name, field }: ControlProps) {
  const { t, said } = useTranslate();
  const label = useLabel()(field);
  const precisions = formPrecisions.map((value) => ({ value, label: said(precisionWords[value]) }));
  return (
    <>
      <Field form={form} name={name} type="date" label={label} />
      <Field form={form} name={`${name}Precision`} label={t('records.precision', { label })} options={precisions} />
    </>
  );
}

function Control(props: ControlProps) {
  const { form, name, field, options } = props;
  const { said } = useTranslate();
  const { optionsOf } = useChoices();
  const label = useLabel()(field);
  const of = useProps(options)(field);
  if (field.kind === 'bilingual')
    return (
      <Both
        form={form}
        it={`${name}It`}
        en={`${name}En`}
        label={label}
        required={field.required ?? false}
        {...(field.rows ? { rows: field.rows } : {})}
      />
    );
  if (field.kind === 'choices') return <Choices form={form} name={name} label={label} options={optionsOf(field)} />;
  if (field.kind === 'when') return <When {...props} />;
  const hint = field.help ? { hint: said(field.help) } : {};
  return <Field form={form} name={name} label={label} required={field.required ?? false} {...hint} {...of} />;
}

const isWide = ({ kind }: FieldRow) => kind === 'bilingual' || kind === 'choices';

/** Neighbouring narrow fields share a row. */
function rowsOf(asked: [string, FieldRow][]): [string, FieldRow][][] {
  const rows: [string, FieldRow][][] = [];
  for (const entry of asked) {
    const last = rows.at(-1)?.[0];
    if (last && !isWide(last[1]) && !isWide(entry[1])) rows.at(-1)?.push(entry);
    else rows.push([entry]);
  }
  return rows;
}

interface FieldInputsProps {
  form: PersistedForm<Typed>;
  fields: Fields;
  section: string;
  /** Items for the references of the section. */
  options?: Options;
}

/** The controls of a section, as its fields describe them. */
export function FieldInputs({ form, fields, section, options = {} }: FieldInputsProps): ReactNode {
  return rowsOf(askedIn(fields, section)).map((row) => {
    const controls = row.map(([column, field]) => {
      const name = nameOf(column, field);
      return <Control key={column} form={form} name={name} field={field} options={options} />;
    });
    const key = row[0]?.[0];
    return row.length === 1 ? (
      controls
    ) : (
      <div key={key} className="field-pair">
        {controls}
      </div>
    );
  });
}
