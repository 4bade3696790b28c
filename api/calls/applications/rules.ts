// SPDX-License-Identifier: AGPL-3.0-or-later

import type { Rule } from '../../http/refusals.rules.ts';
import type { Aid } from '../de-minimis/rules.ts';
import { type FirmCodes, isSameFirm, isTaxCode, isVatNumber, plainCode } from '../firms/rules.ts';

/** Content of an application; empty fields are allowed until submission. Money in euro. */
export interface ApplicationContent {
  firm: { name: string; taxCode: string; vatNumber: string; linked: string[] };
  project: string;
  /** Zone of the project. */
  zone: string | null;
  requestedEur: number | null;
  /** Total project cost in euro, if the call covers a share of it. */
  costEur: number | null;
  /** Answers by requirement key: yes, or a document as URL or hash of an uploaded file. */
  answers: Record<string, boolean | string>;
  /** Keys of the claimed bonuses. */
  bonuses: string[];
  /** Keys of the lots in order of preference. */
  lots: string[];
  aid: { grantedOn: string; amountEur: number }[];
}

export const emptyContent: ApplicationContent = {
  firm: { name: '', taxCode: '', vatNumber: '', linked: [] },
  project: '',
  zone: null,
  requestedEur: null,
  costEur: null,
  answers: {},
  bonuses: [],
  lots: [],
  aid: [],
};

interface Declared {
  money: boolean;
  cost: boolean;
  requirements: readonly { key: string; kind: 'question' | 'document'; required: boolean }[];
  lots: readonly { key: string }[];
  bonuses: readonly { key: string; kind: string }[];
}

const filed = /^sha256:([0-9a-f]{64})$/;

/** Hash of the file that answers a requirement; undefined if no file does. */
export const fileOf = (answer: boolean | string | undefined): string | undefined =>
  typeof answer === 'string' ? filed.exec(answer)?.[1] : undefined;

export const asFile = (hash: string): string => `sha256:${hash}`;

const answered = (answer: boolean | string | undefined, kind: 'question' | 'document') =>
  kind === 'question' ? answer === true : typeof answer === 'string' && answer.trim() !== '';

/** True if the call asks for an amount, and if it covers a share of the cost. */
export const moneyAsked = (budgetEur: number | null, grantShare: number | null) => ({
  money: budgetEur !== null,
  cost: budgetEur !== null && grantShare !== null,
});

/** Missing or invalid fields in the order of the form. */
export function missingOf(
  content: ApplicationContent,
  { money, cost, requirements, lots, bonuses }: Declared,
): string[] {
  const { firm, project, requestedEur, answers } = content;
  // The periphery bonus follows from the project's zone.
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
    ...(cost && !content.costEur ? ['costEur'] : []),
    ...(lots.length > 0 && wanted.length === 0 ? ['lots'] : []),
    ...requirements
      .filter(({ key, kind, required }) => required && !answered(answers[key], kind))
      .map(({ key }) => `answers.${key}`),
  ];
}

/** Canonical JSON: equal content gives equal text whatever the key order. Hashed for the receipt. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  const named = Object.entries(value)
    .filter(([, one]) => one !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${named.map(([name, one]) => `${JSON.stringify(name)}:${canonical(one)}`).join(',')}}`;
}

export const centsOf = (eur: number | null): number => Math.round((eur ?? 0) * 100);

export const aidOf = ({ aid }: Pick<ApplicationContent, 'aid'>): Aid[] =>
  aid.map(({ grantedOn, amountEur }) => ({ grantedOn, amountCents: centsOf(amountEur) }));

/** Codes that identify the firm of an application. */
export const codesOf = ({ firm }: Pick<ApplicationContent, 'firm'>): FirmCodes => ({
  taxCode: plainCode(firm.taxCode),
  vatNumber: plainCode(firm.vatNumber),
});

/** Numbers of other readable applications of the same firm. */
export function twinsOf<T extends { number: number; state: string; content: Pick<ApplicationContent, 'firm'> | null }>(
  { number, content }: T,
  all: readonly T[],
): number[] {
  if (content === null) return [];
  const own = codesOf(content);
  return all.flatMap((other) => {
    if (other.number === number || other.content === null || other.state !== 'submitted') return [];
    return isSameFirm(codesOf(other.content), own) ? [other.number] : [];
  });
}

/** Tax codes and VAT numbers of a firm and its linked firms: the single undertaking. */
export const undertakingOf = ({ firm }: Pick<ApplicationContent, 'firm'>): string[] =>
  [firm.taxCode, firm.vatNumber, ...firm.linked].map(plainCode).filter((code) => code !== '');

/** Aid granted by a call of this programme, with the beneficiary's codes. */
export interface KnownAid extends Aid {
  codes: readonly string[];
}

/** The part of it granted to the firm or its linked firms. */
export function aidKnown(content: Pick<ApplicationContent, 'firm'>, known: readonly KnownAid[]): KnownAid[] {
  const own = undertakingOf(content);
  return known.filter(({ codes }) => codes.some((code) => own.includes(code)));
}

interface Limits {
  leastCents: number | null;
  mostCents: number | null;
  /** Share of the cost covered, 0–1. */
  share: number | null;
}

/** Validates the requested amount against the call's minimum, maximum and share of the cost. */
export function whyNotAsked(
  { requestedEur, costEur }: Pick<ApplicationContent, 'requestedEur' | 'costEur'>,
  { leastCents, mostCents, share }: Limits,
): Rule | null {
  const cents = centsOf(requestedEur);
  if (leastCents !== null && cents < leastCents) return 'request-below-least';
  if (mostCents !== null && cents > mostCents) return 'request-above-most';
  return share !== null && cents > Math.floor(centsOf(costEur) * share + 1e-6) ? 'request-above-share' : null;
}

/** Key of the award of an application, derived from its number in the call. */
export const awardKey = (call: string, number: number): string => `${call}.a${number}`;

/** Inverse of the above; null for awards without an application here. */
export function numberOf(call: string, key: string): number | null {
  const number = key.startsWith(`${call}.a`) ? Number(key.slice(call.length + 2)) : Number.NaN;
  return Number.isInteger(number) ? number : null;
}
