// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Language } from '../ui/address.ts';

const marks = { it: { group: '.', point: ',' }, en: { group: ',', point: '.' } } as const;

/**
 * Formats a number with grouped thousands and at most `decimals` decimals, at least `least`. Written by hand because creating the
 * first Intl formatter of a page takes longer than rendering all figures of the overview.
 */
export function grouped(value: number, decimals: number, language: Language, least = 0): string {
  const { group, point } = marks[language];
  const size = Math.abs(value);
  // Round the decimal notation, not the binary value: 1.005 is slightly less in binary.
  const digits = String(size < 1e-6 ? 0 : Math.round(Number(`${size}e${decimals}`))).padStart(decimals + 1, '0');
  const whole = digits.slice(0, digits.length - decimals);
  const fraction = digits
    .slice(digits.length - decimals)
    .replace(/0+$/, '')
    .padEnd(least, '0');
  const figure = whole.replace(/\B(?=(\d{3})+$)/g, group) + (fraction && point + fraction);
  return value < 0 && /[1-9]/.test(figure) ? `-${figure}` : figure;
}
