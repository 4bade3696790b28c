// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Aid } from '../aid/rules.ts';
import { isTaxCode, isVatNumber } from '../firms/rules.ts';

/** What a firm fills in; whatever is empty is missing until it is submitted. Money in euro. */
export interface ApplicationContent {
  firm: { name: string; taxCode: string; vatNumber: string; linked: string[] };
  project: string;
  /** The zone that the project takes place in. */
  zone: string | null;
  requestedEur: number | null;
  /** Keys of the requirements: answered with yes, or the document: its address, or the hash of a file sent before. */
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
  zone: null,
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
  bonuses: readonly { key: string; kind: string }[];
}

const filed = /^sha256:([0-9a-f]{64})$/;

/** The hash of the file that answers a requirement, if a file does. */
export const fileOf = (answer: boolean | string | undefined): string | undefined =>
  typeof answer === 'string' ? filed.exec(answer)?.[1] : undefined;

export const asFile = (hash: string): string => `sha256:${hash}`;

const answered = (answer: boolean | string | undefined, kind: 'question' | 'document') =>
  kind === 'question' ? answer === true : typeof answer === 'string' && answer.trim() !== '';

/** The fields that are still missing or wrong, in the order of the form. */
export function missingOf(content: ApplicationContent, { money, requirements, lots, bonuses }: Declared): string[] {
  const { firm, project, requestedEur, answers } = content;
  // That of the periphery is given for the zone of the project.
  const placed = bonuses.some(({ key, kind }) => kind === 'periphery' && content.bonuses.includes(key));
  const wanted = content.lots.filter((key) => lots.some((lot) => lot.key === key));
  return [
    ...(firm.name.trim() ? [] : ['firm.name']),
    ...(isTaxCode(firm.taxCode) ? [] : ['firm.taxCode']),
    ...(isVatNumber(firm.vatNumber) ? [] : ['firm.vatNumber']),
    ...(firm.linked.every(isTaxCode) ? [] : ['firm.linked']),
    ...(project.trim() ? [] : ['project']),
    ...(placed && content.zone === null ? ['zone'] : []),
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
