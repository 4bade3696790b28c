// SPDX-License-Identifier: AGPL-3.0-or-later
import { charts } from './en/charts.ts';
import { frame } from './en/frame.ts';
import { words } from './en/words.ts';

export const en = { ...words, ...frame, ...charts };
