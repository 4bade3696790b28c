// SPDX-License-Identifier: AGPL-3.0-or-later
import { charts } from './it/charts.ts';
import { frame } from './it/frame.ts';
import { words } from './it/words.ts';

export const it = { ...words, ...frame, ...charts };
