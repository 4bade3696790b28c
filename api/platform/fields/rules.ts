// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Precision, Ref, Text, When } from '../../contract.ts';
import { lastDayOf } from '../records/rules.ts';

/** Words in both languages of the page; ‹zone› and the like stand for the programme's own terms. */
export interface Words {
  it: string;
  en: string;
}

export interface Choice extends Words {
  /** Further words that an import understands. */
  also?: readonly string[];
}
export type Choices = Readonly<Record<string, Choice>>;

interface Described {
  label: Words;
  /** Shown under the control of the form. */
  help?: Words;
  /** Section of the record's page and form. */
  section?: string;
  /** Never null in a reply; must be given for a new record. */
  required?: boolean;
  /** True if replies of lists carry it; the others are in the reply of one record only. */
  listed?: boolean;
  /** Changed by commands of its own only, not by an edit of the record. */
  fixed?: boolean;
  /** The page shows it, and asks for it, by code of its own. */
  own?: boolean;
  /** Shown elsewhere on the page than among the facts of its section. */
  apart?: boolean;
  /** Left out of the table for spreadsheets. */
  internal?: boolean;
  /** Name in the API, where it does not follow from the column. */
  as?: string;
  /** Other headings that an import understands, beside column and labels. */
  headings?: readonly string[];
  /** For the data package, where the label does not suffice. */
  description?: string;
}

interface Limits {
  min?: number;
  max?: number;
}

export type Kind =
  | { kind: 'key' | 'point' | 'bytes' | 'flag' | 'date' | 'instant' | 'link' }
  /** A value with parts; `words` are those of the page for its words. */
  | { kind: 'json'; shape: 'array' | 'object' | 'geojson'; words?: Choices }
  | { kind: 'text'; least?: number; max?: number; rows?: number; pattern?: RegExp; format?: 'email' }
  | { kind: 'bilingual'; max?: number; rows?: number }
  | ({ kind: 'whole'; unit?: string } & Limits)
  | ({ kind: 'number'; unit?: string; step?: number } & Limits)
  | ({ kind: 'euro' | 'share' } & Limits)
  /** A civil date with its precision in a column of its own. */
  | { kind: 'when' }
  | { kind: 'choice' | 'choices'; choices: Choices; most?: number }
  | { kind: 'words'; most?: number; pattern?: RegExp; rows?: number }
  | { kind: 'reference'; table: string };

export type Field = Described & Kind;
/** The fields of a record by their columns, in the order of forms, pages and tables. */
export type Fields = Readonly<Record<string, Field>>;

/** A table of the database and what its columns mean. */
export interface RecordOf<F extends Fields = Fields> {
  table: string;
  title: Words;
  description?: string;
  /** Sections of its page and form, in order. */
  sections?: Readonly<Record<string, Words>>;
  /** Sets of columns that no two rows share. */
  unique?: readonly (readonly string[])[];
  fields: F;
}

type Camel<S extends string> = S extends `${infer Head}_${infer Tail}` ? `${Head}${Capitalize<Camel<Tail>>}` : S;
/** Name of a column in the API: camel case; a coarse date drops its `_on`. */
export type NameOf<C extends string, F> = F extends { as: infer Name extends string }
  ? Name
  : F extends { kind: 'when' }
    ? C extends `${infer Stem}_on`
      ? Camel<Stem>
      : Camel<C>
    : Camel<C>;

export type ChoiceOf<F> = F extends { choices: infer C } ? Extract<keyof C, string> : never;

interface Values {
  key: string;
  point: unknown;
  json: unknown;
  bytes: never;
  flag: boolean;
  date: string;
  instant: string;
  link: string;
  text: string;
  bilingual: Text;
  whole: number;
  number: number;
  euro: number;
  share: number;
  when: When;
  words: string[];
  reference: Ref;
}
type ValueOf<F> = F extends { kind: 'choice' }
  ? ChoiceOf<F>
  : F extends { kind: 'choices' }
    ? ChoiceOf<F>[]
    : F extends { kind: infer K extends keyof Values }
      ? Values[K]
      : never;
/** Value of a field in a reply. */
export type Shown<F> = F extends { required: true } | { kind: 'choices' | 'words' } ? ValueOf<F> : ValueOf<F> | null;

type GivenValue<F> = F extends { kind: 'reference' }
  ? string
  : F extends { kind: 'when' }
    ? { date: string; precision: Exclude<Precision, 'cycle'> }
    : ValueOf<F>;
/** Value of a field in the input of an edit; null empties it. */
export type Given<F> = F extends { required: true } | { kind: 'choices' | 'words' }
  ? GivenValue<F>
  : GivenValue<F> | null;

export type EditOf<F extends Fields> = {
  [C in Extract<keyof F, string> as F[C] extends { fixed: true } ? never : NameOf<C, F[C]>]?: Given<F[C]> | undefined;
};

/** Kinds that a view fills in by itself: they need a join, or are not part of a reply. */
type Joined = { kind: 'reference' | 'key' | 'bytes' };
export type PlainOf<F extends Fields> = {
  [C in Extract<keyof F, string> as F[C] extends Joined ? never : NameOf<C, F[C]>]: Shown<F[C]>;
};
export type ListedOf<F extends Fields> = {
  [C in Extract<keyof F, string> as F[C] extends { listed: true } ? C : never]: F[C];
};

export const entriesOf = (fields: Fields): [column: string, field: Field][] => Object.entries(fields);

/** Fields of one section of the page and form. */
export const inSection = <const S extends string, const F extends Fields>(section: S, fields: F) =>
  Object.fromEntries(entriesOf(fields).map(([column, field]) => [column, { ...field, section }])) as unknown as {
    readonly [C in keyof F]: F[C] & { readonly section: S };
  };

const camel = (column: string) => column.replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());

export const nameOf = (column: string, { kind, as }: Field): string =>
  as ?? camel(kind === 'when' ? column.replace(/_on$/, '') : column);

/** Column with the precision of a coarse date. */
export const precisionOf = (column: string): string => column.replace(/_(on|since|until)$/, '_precision');

export const choicesOf = <C extends Choices>({ choices }: { choices: C }) =>
  Object.keys(choices) as Extract<keyof C, string>[];

export const listedOf = <F extends Fields>(fields: F): ListedOf<F> =>
  Object.fromEntries(entriesOf(fields).filter(([, { listed }]) => listed)) as ListedOf<F>;

/** Fields that an edit of the record changes. */
export const editedOf = (fields: Fields) => entriesOf(fields).filter(([, { fixed }]) => !fixed);

/** Columns to write from the input of an edit; undefined leaves a column unchanged. */
export function columnsOf<F extends Fields>(fields: F, input: EditOf<F>): Record<string, unknown> {
  const given = input as Record<string, unknown>;
  const columns = editedOf(fields).flatMap(([column, field]) => {
    const value = given[nameOf(column, field)];
    if (value === undefined) return [];
    if (field.kind !== 'when') return [[column, value] as const];
    const { date, precision } = (value ?? {}) as Partial<When>;
    const day = date && precision ? lastDayOf(date, precision, date) : null;
    return [[column, day] as const, [precisionOf(column), precision ?? null] as const];
  });
  return Object.fromEntries(columns);
}

/** Values of a row by their names in the API, without what a view has to join. */
export function plainOf<F extends Fields>(fields: F, row: { [C in keyof F]: unknown }): PlainOf<F> {
  const cells = row as Record<string, unknown>;
  const plain = entriesOf(fields).filter(([, { kind }]) => !['reference', 'key', 'bytes'].includes(kind));
  const values = plain.map(([column, field]) => {
    const value = cells[column] ?? null;
    const precision = cells[precisionOf(column)];
    const dated = value !== null && precision ? { date: value, precision } : null;
    return [nameOf(column, field), field.kind === 'when' ? dated : value];
  });
  return Object.fromEntries(values) as PlainOf<F>;
}
