// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Text } from '../../contract.ts';
import type { Language } from '../../platform/mail/rules.ts';

/** Reasons why an entry may be the proposed lab. */
export function lookalikeOf({ likeness, sameSite, km }: { likeness: number; sameSite: boolean; km: number | null }) {
  return [
    ...(likeness >= 0.45 ? (['name'] as const) : []),
    ...(sameSite ? (['site'] as const) : []),
    ...(km !== null && km <= 0.15 ? (['place'] as const) : []),
  ];
}

/** Invitation for an operator without an account. */
export interface Inviting {
  programmeId: number;
  programmeName: Text;
  email: string;
  language: Language;
  days: number;
  invitedBy: number;
  publicUrl: string;
  role: 'operator';
  areas: null;
  labs: string[];
  organisation: null;
  office: string;
  nameIsPublic: boolean;
}
