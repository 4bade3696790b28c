// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Aid } from '../aid/rules.ts';
import { isTaxCode, isVatNumber } from '../firms/rules.ts';

/** What a firm fills in; whatever is empty is missing until it is submitted. Money in euro. */
export interface ApplicationContent {
  firm: { name: string; taxCode: string; vatNumber: string; linked: string[] };
  project: string;
  requestedEur: number | null;
  /** Keys of the requirements: answered with yes, or the address of the document. */
  answers: Record<string, boolean | string>;
  /** Keys of the bonuses that the firm claims. */
  bonuses: string[];
  /** Keys of the lots, the most wanted first. */
  lots: string[];
  aid: { grantedOn: string; amountEur: number }[];
}

export const emptyContent: ApplicationContent = {
  firm: { name: '', taxCode: '', vatNumber: '', linked: [] },
  project: '',
  requestedEur: null,
  answers: {},
  bonuses: [],
  lots: [],
  aid: [],
};

interface Declared {
  money: boolean;
  requirements: readonly { key: string; kind: 'question' | 'document'; required: boolean }[];
  lots: readonly { key: string }[];
}

const answered = (answer: boolean | string | undefined, kind: 'question' | 'document') =>
  kind === 'question' ? answer === true : typeof answer === 'string' && answer.trim() !== '';

/** The fields that are still missing or wrong, in the order of the form. */
export function missingOf(content: ApplicationContent, { money, requirements, lots }: Declared): string[] {
  const { firm, project, requestedEur, answers } = content;
  const wanted = content.lots.filter((key) => lots.some((lot) => lot.key === key));
  return [
    ...(firm.name.trim() ? [] : ['firm.name']),
    ...(isTaxCode(firm.taxCode) ? [] : ['firm.taxCode']),
    ...(isVatNumber(firm.vatNumber) ? [] : ['firm.vatNumber']),
    ...(firm.linked.every(isTaxCode) ? [] : ['firm.linked']),
    ...(project.trim() ? [] : ['project']),
    ...(money && (requestedEur === null || requestedEur <= 0) ? ['requestedEur'] : []),
    ...(lots.length > 0 && wanted.length === 0 ? ['lots'] : []),
    ...requirements
      .filter(({ key, kind, required }) => required && !answered(answers[key], kind))
      .map(({ key }) => `answers.${key}`),
  ];
}

/** The same content always gives the same words, whatever the order of its names: what is hashed for the receipt. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  const named = Object.entries(value)
    .filter(([, one]) => one !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${named.map(([name, one]) => `${JSON.stringify(name)}:${canonical(one)}`).join(',')}}`;
}

export const centsOf = (eur: number | null): number => Math.round((eur ?? 0) * 100);

export const aidOf = ({ aid }: ApplicationContent): Aid[] =>
  aid.map(({ grantedOn, amountEur }) => ({ grantedOn, amountCents: centsOf(amountEur) }));
