// SPDX-License-Identifier: AGPL-3.0-or-later
import { areas } from './it/areas.ts';
import { calls } from './it/calls.ts';
import { charts } from './it/charts.ts';
import { dashboard } from './it/dashboard.ts';
import { frame } from './it/frame.ts';
import { history } from './it/history.ts';
import { indicators } from './it/indicators.ts';
import { milestones } from './it/milestones.ts';
import { programmes } from './it/programmes.ts';
import { spaces } from './it/spaces.ts';
import { territory } from './it/territory.ts';
import { words } from './it/words.ts';

export const it = {
  ...words,
  ...frame,
  ...charts,
  ...programmes,
  ...dashboard,
  ...milestones,
  ...history,
  ...areas,
  ...territory,
  ...indicators,
  ...spaces,
  ...calls,
};
