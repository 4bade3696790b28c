// SPDX-License-Identifier: AGPL-3.0-or-later
import { areas } from './en/areas.ts';
import { calls } from './en/calls.ts';
import { charts } from './en/charts.ts';
import { dashboard } from './en/dashboard.ts';
import { frame } from './en/frame.ts';
import { history } from './en/history.ts';
import { indicators } from './en/indicators.ts';
import { milestones } from './en/milestones.ts';
import { programmes } from './en/programmes.ts';
import { spaces } from './en/spaces.ts';
import { territory } from './en/territory.ts';
import { words } from './en/words.ts';

export const en = {
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
