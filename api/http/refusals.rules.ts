// SPDX-License-Identifier: AGPL-3.0-or-later
import type { BoundaryRule, CallRule, KeepingRule, ParameterFault, SpaceRule } from './rules.ts';

/** A broken business rule; http/words.ts holds the messages. */
export type Rule =
  | 'database-refused'
  | 'attempt-ended'
  | 'invitation-ended'
  | 'account-there'
  | 'last-administrator'
  | 'role-needs-office'
  | 'email-taken'
  | 'role-not-held'
  | 'provider-refused'
  | 'passkey-refused'
  | CallRule
  | SpaceRule
  | KeepingRule
  | BoundaryRule;

/** What of a sent file is bounded, each named with its unit. */
export type Bound =
  | 'rows'
  | 'columns'
  | 'inflatedMegabytes'
  | 'recordCharacters'
  | 'seconds'
  | 'megabytes'
  | 'megapixels';

/** Reasons for a refusal; http/problems.ts maps them to status and message. */
export type Refusal =
  | { code: 'unknown-address' }
  | { code: 'unknown-host' }
  | { code: 'unknown-programme'; programme: string }
  | { code: 'unknown-item'; item: string }
  | { code: 'nothing-known'; day: string; firstDay: string | null }
  | { code: 'method-not-allowed' }
  | { code: 'sign-in-first' }
  | { code: 'not-yours' }
  | { code: 'foreign-origin' }
  | { code: 'too-many'; retryAfterSeconds: number }
  | { code: 'version-missing' }
  | { code: 'changed-meanwhile'; current: Record<string, unknown> }
  | { code: 'too-large'; mostBytes: number }
  | { code: 'beyond-bound'; bound: Bound; most: number }
  | { code: 'wrong-type'; allowed?: string[] }
  | {
      code: 'unreadable';
      why: 'encoding' | 'quotes' | 'not-a-table' | 'not-okw' | 'not-fablabs' | 'heic';
      row?: number;
    }
  | { code: 'not-json' }
  | { code: 'against-rule'; rule: Rule; name?: string }
  | { code: 'key-reused' }
  | { code: 'database-full' }
  | { code: 'database-unreachable' }
  | { code: 'unexpected' }
  | { code: 'invalid-parameter'; errors: { name: string; reason: ParameterFault }[] };

export class Refused extends Error {
  readonly refusal: Refusal;
  constructor(refusal: Refusal) {
    super(refusal.code);
    this.refusal = refusal;
  }
}

/** Throws a refusal for the given rule; does nothing for null. */
export function assertAllowed(rule: Rule | null, name?: string): void {
  if (rule !== null) throw new Refused({ code: 'against-rule', rule, ...(name ? { name } : {}) });
}
