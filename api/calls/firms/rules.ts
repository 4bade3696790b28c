// SPDX-License-Identifier: AGPL-3.0-or-later

/** Check digit of a VAT number (partita IVA): Luhn over its first ten digits (Agenzia delle Entrate). */
export function isVatNumber(given: string): boolean {
  const digits = given.replace(/^IT/i, '');
  if (!/^\d{11}$/.test(digits) || /^0{7}/.test(digits)) return false;
  const sum = [...digits].reduce((total, digit, at) => {
    const value = Number(digit);
    const doubled = value * 2 > 9 ? value * 2 - 9 : value * 2;
    return total + (at % 2 === 0 ? value : doubled);
  }, 0);
  return sum % 10 === 0;
}

/** Values of the characters at odd positions of a tax code (D.M. 23 December 1976, art. 9). */
const odd: Record<string, number> = Object.fromEntries(
  [...'0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ'].map((sign, at) => [
    sign,
    [
      1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10,
      22, 25, 24, 23,
    ][at] ?? 0,
  ]),
);
const even = (sign: string) => (/\d/.test(sign) ? Number(sign) : sign.charCodeAt(0) - 65);
const personForm = /^[A-Z]{6}[0-9LMNPQRSTUV]{2}[ABCDEHLMPRST][0-9LMNPQRSTUV]{2}[A-Z][0-9LMNPQRSTUV]{3}[A-Z]$/;

/** Validates a tax code (codice fiscale): 16 characters with a check letter for persons, 11 digits for bodies. */
export function isTaxCode(given: string): boolean {
  const code = given.toUpperCase().replace(/\s/g, '');
  if (/^\d{11}$/.test(code)) return isVatNumber(code);
  if (!personForm.test(code)) return false;
  const sum = [...code.slice(0, 15)].reduce(
    (total, sign, at) => total + (at % 2 === 0 ? (odd[sign] ?? 0) : even(sign)),
    0,
  );
  return String.fromCharCode(65 + (sum % 26)) === code[15];
}

/** Normalises a code for comparison: without spaces and country prefix. */
export const plainCode = (given: string): string =>
  given
    .toUpperCase()
    .replace(/[\s.-]/g, '')
    .replace(/^IT(?=\d{11}$)/, '');

/** Normalised codes of a firm. */
export interface FirmCodes {
  taxCode: string;
  vatNumber: string;
}

/** True if two applications are from the same firm, by tax code or VAT number. */
export const isSameFirm = (one: FirmCodes, other: FirmCodes): boolean =>
  one.taxCode === other.taxCode || one.vatNumber === other.vatNumber;
