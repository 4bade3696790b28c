// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Rule } from '../../http/refusals.rules.ts';

export const mostPhotos = 12;
const mostPlans = 6;

/** Why no more of a kind can be added where there are so many. */
export function whyNotMore(kind: 'photo' | 'plan', held: number): Rule | null {
  if (kind === 'photo') return held < mostPhotos ? null : 'photos-enough';
  return held < mostPlans ? null : 'plan-there';
}

/** How JPEG, PNG, WebP and PDF mark what a camera or a program wrote beside the picture: EXIF and XMP. */
const marks = ['Exif\0\0', 'eXIf', 'EXIF', 'http://ns.adobe.com/xap/1.0/', 'XML:com.adobe.xmp', 'XMP '];

/** Whether a picture, as Latin-1, carries data that may say where it was taken. */
export const carriesMetadata = (bytes: string): boolean => marks.some((mark) => bytes.includes(mark));
