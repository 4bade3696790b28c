// SPDX-License-Identifier: AGPL-3.0-or-later

import type { Rule } from '../../http/refusals.rules.ts';
import type { Aid } from '../de-minimis/rules.ts';
import { type FirmCodes, isSameFirm, isTaxCode, isVatNumber, plainCode } from '../firms/rules.ts';

/** What a firm fills in; whatever is empty is missing until it is submitted. Money in euro. */
export interface ApplicationContent {
  firm: { name: string; taxCode: string; vatNumber: string; linked: string[] };
  project: string;
  /** The zone that the project takes place in. */
  zone: string | null;
  requestedEur: number | null;
  /** What the project costs in all, where the call covers a share of it. */
  costEur: number | null;
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

/** The hash of the file that answers a requirement, if a file does. */
export const fileOf = (answer: boolean | string | undefined): string | undefined =>
  typeof answer === 'string' ? filed.exec(answer)?.[1] : undefined;

export const asFile = (hash: string): string => `sha256:${hash}`;

const answered = (answer: boolean | string | undefined, kind: 'question' | 'document') =>
  kind === 'question' ? answer === true : typeof answer === 'string' && answer.trim() !== '';

/** Whether a call asks for a sum, and for the cost of which it covers a share. */
export const moneyAsked = (budgetEur: number | null, grantShare: number | null) => ({
  money: budgetEur !== null,
  cost: budgetEur !== null && grantShare !== null,
});

/** The fields that are still missing or wrong, in the order of the form. */
export function missingOf(
  content: ApplicationContent,
  { money, cost, requirements, lots, bonuses }: Declared,
): string[] {
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
    ...(cost && !content.costEur ? ['costEur'] : []),
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

export const aidOf = ({ aid }: Pick<ApplicationContent, 'aid'>): Aid[] =>
  aid.map(({ grantedOn, amountEur }) => ({ grantedOn, amountCents: centsOf(amountEur) }));

/** By which codes the firm of an application is known again. */
export const codesOf = ({ firm }: Pick<ApplicationContent, 'firm'>): FirmCodes => ({
  taxCode: plainCode(firm.taxCode),
  vatNumber: plainCode(firm.vatNumber),
});

/** The numbers of the other applications that stand in the name of the same firm; of those whose content may be read. */
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

/** The tax codes and VAT numbers of a firm and of those linked to it: one single undertaking. */
export const undertakingOf = ({ firm }: Pick<ApplicationContent, 'firm'>): string[] =>
  [firm.taxCode, firm.vatNumber, ...firm.linked].map(plainCode).filter((code) => code !== '');

/** Aid that a call of this programme gave, with the codes of who got it. */
export interface KnownAid extends Aid {
  codes: readonly string[];
}

/** What of it went to a firm or to those linked to it. */
export function aidKnown(content: Pick<ApplicationContent, 'firm'>, known: readonly KnownAid[]): KnownAid[] {
  const own = undertakingOf(content);
  return known.filter(({ codes }) => codes.some((code) => own.includes(code)));
}

interface Limits {
  leastCents: number | null;
  mostCents: number | null;
  /** Of the cost, 0–1. */
  share: number | null;
}

/** Why so much cannot be asked for: less or more than a grant may be, or more than the share of the cost that is covered. */
export function whyNotAsked(
  { requestedEur, costEur }: Pick<ApplicationContent, 'requestedEur' | 'costEur'>,
  { leastCents, mostCents, share }: Limits,
): Rule | null {
  const cents = centsOf(requestedEur);
  if (leastCents !== null && cents < leastCents) return 'request-below-least';
  if (mostCents !== null && cents > mostCents) return 'request-above-most';
  return share !== null && cents > Math.floor(centsOf(costEur) * share + 1e-6) ? 'request-above-share' : null;
}

/** The key of the award that an application brings, by its number in the call. */
export const awardKey = (call: string, number: number): string => `${call}.a${number}`;

/** That number again; null for an award that was recorded without an application here. */
export function numberOf(call: string, key: string): number | null {
  const number = key.startsWith(`${call}.a`) ? Number(key.slice(call.length + 2)) : Number.NaN;
  return Number.isInteger(number) ? number : null;
}
