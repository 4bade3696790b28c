// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Rule } from '../../http/refusals.rules.ts';

interface Dated {
  status: string;
  opened: string | undefined;
  closed: string | undefined;
}

/** Validates the dates of an entry: closed before opening, in the future, or closed while its status is open. */
export function whyNotDated({ status, opened, closed }: Dated, today: string): Rule | null {
  if (closed === undefined) return null;
  if (closed > today) return 'date-future';
  if (status !== 'closed') return 'closed-while-open';
  return opened !== undefined && closed < opened ? 'days-reversed' : null;
}

export const whyNotMerged = (key: string, into: string): Rule | null => (key === into ? 'same-lab' : null);
