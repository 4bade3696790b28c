// SPDX-License-Identifier: AGPL-3.0-or-later
import { expect, test } from 'vitest';
import { Reasons } from '../../../web/labs/matching/Reasons.tsx';
import { h, render, say } from '../../harness/render.ts';

test('distinguishes matches from missing data', async () => {
  const of = [
    { what: 'size', holds: 'yes', area: { widthMm: 1200, depthMm: 600 } },
    { what: 'material', holds: 'unknown' },
    { what: 'distance', holds: 'yes', km: 2.34 },
  ];
  await render(h(Reasons, { of: of as never }));
  const told = [...document.querySelectorAll('li')].map(({ className, textContent }) => [className, textContent]);
  expect(told).toEqual([
    ['is-yes', say('match.reasons.sizeYes', { area: '1.200 × 600 mm' })],
    ['is-open', say('match.reasons.materialUnknown')],
    ['is-yes', say('match.reasons.distance', { km: '2,3' })],
  ]);
});
