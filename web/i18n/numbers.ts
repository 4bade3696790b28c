// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Language } from '../ui/address.ts';

const marks = { it: { group: '.', point: ',' }, en: { group: ',', point: '.' } } as const;

/**
 * A number with at most so many decimals, its thousands grouped. Written by hand because the first of Intl's
 * formatters that a page makes costs more than drawing the overview's figures does.
 */
export function grouped(value: number, decimals: number, language: Language): string {
  const { group, point } = marks[language];
  const size = Math.abs(value);
  // Rounded as it is written, not as it is held: 1.005 is a little less in binary.
  const digits = String(size < 1e-6 ? 0 : Math.round(Number(`${size}e${decimals}`))).padStart(decimals + 1, '0');
  const whole = digits.slice(0, digits.length - decimals);
  const fraction = digits.slice(digits.length - decimals).replace(/0+$/, '');
  const figure = whole.replace(/\B(?=(\d{3})+$)/g, group) + (fraction && point + fraction);
  return value < 0 && /[1-9]/.test(figure) ? `-${figure}` : figure;
}
