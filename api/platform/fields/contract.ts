// SPDX-License-Identifier: AGPL-3.0-or-later
import { z } from 'zod';
import { civilDate, instant, key, plainNumber, precision, ref, text, when } from '../../contract.ts';
import { given } from '../records/contract.ts';
import {
  choicesOf,
  type EditOf,
  editedOf,
  entriesOf,
  type Field,
  type Fields,
  nameOf,
  type PlainOf,
  type Shown,
} from './rules.ts';

const longestText = 4000;
const mostEuro = 99_999_999_999;

const dated = z.object({ date: civilDate, precision: precision.exclude(['cycle']).default('day') });
const link = z
  .string()
  .max(2000)
  .regex(/^https?:\/\/[^\s\0]+$/);
/** Text that Postgres can store. */
const line = (least = 0, most = longestText, pattern = /^[^\0]*$/) =>
  z.string().trim().min(least).max(most).regex(pattern);

function number(field: Field & { kind: 'whole' | 'number' | 'euro' | 'share' }, isInput: boolean): z.ZodNumber {
  const { kind, min, max } = field;
  const base = kind === 'whole' ? z.number().int() : z.number().overwrite(plainNumber);
  if (!isInput) return kind === 'share' ? base.min(0).max(1) : base;
  const most = max ?? (kind === 'euro' ? mostEuro : kind === 'share' ? 1 : undefined);
  const least = min ?? (kind === 'euro' || kind === 'share' ? 0 : undefined);
  const step = kind === 'euro' ? 0.01 : kind === 'number' ? field.step : undefined;
  const above = least === undefined ? base : base.min(least);
  const within = most === undefined ? above : above.max(most);
  return step === undefined ? within : within.multipleOf(step);
}

const list = (one: z.ZodType, most: number | undefined) => (most === undefined ? z.array(one) : z.array(one).max(most));

function valueIn(field: Field): z.ZodType {
  switch (field.kind) {
    case 'key':
    case 'reference':
      return key;
    case 'bilingual':
      return given(field.max ?? longestText);
    case 'whole':
    case 'number':
    case 'euro':
    case 'share':
      return number(field, true);
    case 'choice':
      return z.enum(choicesOf(field));
    case 'choices':
      return list(z.enum(choicesOf(field)), field.most);
    case 'words':
      return list(z.string().regex(field.pattern ?? /^[^\0]*$/), field.most);
    case 'when':
      return dated;
    case 'date':
      return civilDate;
    case 'instant':
      return instant;
    case 'flag':
      return z.boolean();
    case 'link':
      return link;
    case 'text':
      return field.format === 'email' ? z.email().max(field.max ?? 254) : line(field.least, field.max, field.pattern);
    default:
      return z.json();
  }
}

function valueShown(field: Field): z.ZodType {
  switch (field.kind) {
    case 'whole':
    case 'number':
    case 'euro':
    case 'share':
      return number(field, false);
    case 'bilingual':
      return text;
    case 'when':
      return when;
    case 'reference':
      return ref;
    case 'choices':
      return z.array(z.enum(choicesOf(field)));
    case 'words':
      return z.array(z.string());
    case 'text':
    case 'link':
      return z.string();
    default:
      return valueIn(field);
  }
}

const described = (schema: z.ZodType, { description, help }: Field) => {
  const words = description ?? help?.en;
  return words === undefined ? schema : schema.meta({ description: words });
};
const isNullable = ({ kind, required }: Field) => !required && kind !== 'choices' && kind !== 'words';
const orNull = (schema: z.ZodType, field: Field) => described(isNullable(field) ? schema.nullable() : schema, field);

type EditShape<F extends Fields> = {
  [N in keyof EditOf<F>]-?: z.ZodType<Exclude<EditOf<F>[N], undefined>, Exclude<EditOf<F>[N], undefined>>;
};

/** Shape of the input that edits a record: each field that is not fixed. */
export const editShape = <F extends Fields>(fields: F) =>
  Object.fromEntries(
    editedOf(fields).map(([column, field]) => [nameOf(column, field), orNull(valueIn(field), field)]),
  ) as unknown as EditShape<F>;

type ReplyShape<F extends Fields> = { [N in keyof PlainOf<F>]: z.ZodType<PlainOf<F>[N]> } & {
  [C in Extract<keyof F, string> as F[C] extends { kind: 'reference' } ? C : never]: z.ZodType<Shown<F[C]>>;
};

/** Shape of a reply: each field by its name, references as key and name. */
export const replyShape = <F extends Fields>(fields: F) =>
  Object.fromEntries(
    entriesOf(fields)
      .filter(([, { kind }]) => kind !== 'key' && kind !== 'bytes')
      .map(([column, field]) => [nameOf(column, field), orNull(valueShown(field), field)]),
  ) as unknown as ReplyShape<F>;
