// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Ref, Text, When } from '../../contract.ts';
import { type EditOf, editedOf, type Field, type Fields, nameOf } from './rules.ts';

/** Values of a form by control: a text in two languages and a coarse date have two controls each. */
export type Typed = Record<string, string | number | boolean | string[] | null>;

/** Precisions that a form offers; "by the end of a cycle" is for plans. */
export const formPrecisions = ['day', 'month', 'quarter', 'half-year', 'year'] as const;

function typedValue(name: string, { kind }: Field, value: unknown): Typed {
  switch (kind) {
    case 'bilingual':
      return { [`${name}It`]: (value as Text | null)?.it ?? '', [`${name}En`]: (value as Text | null)?.en ?? '' };
    case 'when':
      return {
        [name]: (value as When | null)?.date ?? '',
        [`${name}Precision`]: (value as When | null)?.precision ?? 'day',
      };
    case 'reference':
      return { [name]: (value as Ref | null)?.key ?? '' };
    case 'choices':
      return { [name]: [...((value as string[] | null) ?? [])] };
    case 'words':
      return { [name]: ((value as string[] | null) ?? []).join('\n') };
    case 'whole':
    case 'number':
    case 'euro':
    case 'share':
      return { [name]: (value as number | null) ?? null };
    case 'flag':
      return { [name]: value === true ? 'true' : value === false ? 'false' : '' };
    default:
      return { [name]: (value as string | null) ?? '' };
  }
}

/** Whether a form asks for the field by its row alone. */
const isPlain = ({ own, kind }: Field) => !own && !['key', 'json', 'point', 'bytes', 'instant'].includes(kind);

/** Fields of a section's form, in order. */
export const askedIn = (fields: Fields, section: string): [column: string, field: Field][] =>
  editedOf(fields).filter(([, field]) => field.section === section && isPlain(field));

/** Values of a section's form from a reply. */
export function typedOf(fields: Fields, section: string, reply: object): Typed {
  const values = reply as Record<string, unknown>;
  return Object.assign(
    {},
    ...askedIn(fields, section).map(([column, field]) => {
      const name = nameOf(column, field);
      return typedValue(name, field, values[name]);
    }),
  );
}

const words = (typed: unknown) => String(typed ?? '').trim();

function textIn(it: string, en: string): Text | null {
  return it ? { it, ...(en ? { en } : {}) } : null;
}

function given(name: string, { kind, required }: Field, typed: Typed): unknown {
  const value = typed[name];
  switch (kind) {
    case 'bilingual':
      return textIn(words(typed[`${name}It`]), words(typed[`${name}En`])) ?? (required ? { it: '' } : null);
    case 'when':
      return value ? { date: value, precision: typed[`${name}Precision`] } : null;
    case 'choices':
      return value;
    case 'words':
      return words(value).split(/\s+/).filter(Boolean);
    case 'whole':
    case 'number':
    case 'euro':
    case 'share':
      return value === null || value === '' || Number.isNaN(Number(value)) ? null : Number(value);
    case 'flag':
      return value === '' ? null : value === 'true';
    default:
      return words(value) || null;
  }
}

/** Fields that a form asks for by their rows alone. */
type AskedOf<F extends Fields> = {
  [C in Extract<keyof F, string> as F[C] extends { own: true } ? never : C]: F[C];
};

/** Input of an edit from a section's form. A date that was not touched is left out, so that it keeps its precision. */
export function inputOf<F extends Fields>(fields: F, section: string, now: Typed, before: Typed): EditOf<AskedOf<F>> {
  const touched = ([column, field]: [string, Field]) => {
    const name = nameOf(column, field);
    return field.kind !== 'when' || [name, `${name}Precision`].some((one) => now[one] !== before[one]);
  };
  const values = askedIn(fields, section)
    .filter(touched)
    .map(([column, field]) => [nameOf(column, field), given(nameOf(column, field), field, now)]);
  return Object.fromEntries(values) as EditOf<AskedOf<F>>;
}
