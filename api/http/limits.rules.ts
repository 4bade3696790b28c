// SPDX-License-Identifier: AGPL-3.0-or-later

export interface LimitOf {
  /** Requests an hour from one browser, known by its mark. */
  perBrowser: number;
  /** Requests an hour from one address: a whole office may share it. */
  perAddress: number;
}

/**
 * Limits of what anyone may call, counted before the body is read. Each kind counts by itself, so that asking for mails
 * takes nothing from passkeys or from the provider.
 */
export const limits = {
  'sign-in': { perBrowser: 40, perAddress: 600 },
  passkey: { perBrowser: 60, perAddress: 1200 },
  provider: { perBrowser: 60, perAddress: 600 },
  invitation: { perBrowser: 30, perAddress: 300 },
  request: { perBrowser: 20, perAddress: 200 },
  need: { perBrowser: 20, perAddress: 200 },
  match: { perBrowser: 300, perAddress: 3000 },
  outbox: { perBrowser: 600, perAddress: 600 },
  applicant: { perBrowser: 20, perAddress: 200 },
} as const satisfies Record<string, LimitOf>;

export type LimitName = keyof typeof limits;

/** Mails an hour that requests without an account may send to one recipient. */
export const mailsPerRecipient = 5;
