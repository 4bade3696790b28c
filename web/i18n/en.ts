// SPDX-License-Identifier: AGPL-3.0-or-later

import { calls } from './en/calls/calls.ts';
import { charts } from './en/charts.ts';
import { indicators } from './en/city/indicators.ts';
import { programmes } from './en/city/programmes.ts';
import { territory } from './en/city/territory.ts';
import { frame } from './en/frame.ts';
import { help } from './en/help.ts';
import { dashboard } from './en/overview/dashboard.ts';
import { areas } from './en/plan/areas.ts';
import { milestones } from './en/plan/milestones.ts';
import { history } from './en/platform/history.ts';
import { spaces } from './en/spaces/spaces.ts';
import { words } from './en/words.ts';

export const en = {
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
