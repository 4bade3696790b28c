// SPDX-License-Identifier: AGPL-3.0-or-later

import { calls } from './it/calls/calls.ts';
import { charts } from './it/charts.ts';
import { indicators } from './it/city/indicators.ts';
import { programmes } from './it/city/programmes.ts';
import { territory } from './it/city/territory.ts';
import { frame } from './it/frame.ts';
import { help } from './it/help.ts';
import { dashboard } from './it/overview/dashboard.ts';
import { areas } from './it/plan/areas.ts';
import { milestones } from './it/plan/milestones.ts';
import { history } from './it/platform/history.ts';
import { spaces } from './it/spaces/spaces.ts';
import { words } from './it/words.ts';

export const it = {
  ...words,
  ...frame,
  ...help,
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
