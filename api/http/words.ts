// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Rule } from '../contract.ts';

/** What each rule says to whoever comes up against it. */
export const ruleWords: Record<Rule, { it: string; en: string }> = {
  'database-refused': {
    it: 'La banca dati lo ha rifiutato: contraddice quanto è già registrato.',
    en: 'The database refused it: it contradicts what is recorded already.',
  },
  'attempt-ended': {
    it: 'Questo accesso non vale più: è già stato usato, è scaduto o è stato chiesto in un altro browser. Chiedine uno nuovo.',
    en: 'This sign-in no longer holds: it was used, it expired, or another browser asked for it. Ask for a new one.',
  },
  'invitation-ended': {
    it: 'Questo invito non vale più: è stato usato, ritirato o è scaduto.',
    en: 'This invitation no longer holds: it was used, revoked, or it expired.',
  },
  'account-there': {
    it: 'Chi è invitato ha già un accesso: entra prima con quello, poi riapri l’invito.',
    en: 'Whoever is invited has an account already: sign in with it first, then open the invitation again.',
  },
  'last-administrator': {
    it: 'È l’ultimo amministratore: prima serve un altro.',
    en: 'This is the last administrator: there must be another one first.',
  },
  'role-needs-office': { it: 'Serve l’ufficio o l’ente.', en: 'An office or body is needed.' },
  'email-taken': { it: 'Questo indirizzo è già di un altro accesso.', en: 'This address belongs to another account.' },
  'no-provider': { it: 'Non è configurato nessun fornitore di identità.', en: 'No identity provider is configured.' },
  'provider-refused': {
    it: 'Il fornitore di identità non ha confermato l’accesso.',
    en: 'The identity provider did not confirm the sign-in.',
  },
  'role-not-held': { it: 'Questo ruolo non c’è più.', en: 'This role is no longer held.' },
  'passkey-refused': { it: 'La passkey non è stata riconosciuta.', en: 'The passkey was not recognised.' },
};
