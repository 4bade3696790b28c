// SPDX-License-Identifier: AGPL-3.0-or-later
import { agreements } from './agreements.ts';
import { events } from './events.ts';
import { money } from './money.ts';
import { organisations } from './organisations.ts';
import { records } from './records.ts';

/** The words of the pages that few open first: they come with those pages. */
export const rooms = { ...money, ...agreements, ...organisations, ...events, ...records };
