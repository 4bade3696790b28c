// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Rule } from '../../http/refusals.rules.ts';

export const mostPhotos = 12;
const mostPlans = 6;

/** Refuses more pictures of a kind than its limit. */
export function whyNotMore(kind: 'photo' | 'plan', held: number): Rule | null {
  if (kind === 'photo') return held < mostPhotos ? null : 'photos-enough';
  return held < mostPlans ? null : 'plan-there';
}

/** EXIF and XMP markers of JPEG, PNG, WebP and PDF. */
const marks = ['Exif\0\0', 'eXIf', 'EXIF', 'http://ns.adobe.com/xap/1.0/', 'XML:com.adobe.xmp', 'XMP '];

/** True if a picture (as Latin-1) carries metadata that may reveal where it was taken. */
export const carriesMetadata = (bytes: string): boolean => marks.some((mark) => bytes.includes(mark));
