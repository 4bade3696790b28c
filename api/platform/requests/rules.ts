// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Rule } from '../../http/refusals.rules.ts';
import { type Language, type Letter, letter } from '../mail/rules.ts';

/** Days after which an official is reminded of what waits, and after which the administrators are told. */
export const reminderDays = 10;

export const escalationDays = 30;

export type RequestKind = 'proposal' | 'claim' | 'need' | 'space';

/** Something that is asked of the register, with who asks. */
export interface Asking {
  programmeId: number;
  kind: RequestKind;
  lab: string | null;
  /** The space that a report is about. */
  space?: string | null;
  content: Record<string, unknown>;
  asker: { name: string; email: string; language: Language };
  /** What it is about, for the subject of the mail. */
  about: string;
  publicUrl: string;
}

interface Answering {
  state: string;
  accepted: boolean;
  words: boolean;
}

/** Why a request cannot be answered so: it was answered, or a refusal says no reason. */
export function whyNotAnswered({ state, accepted, words }: Answering): Rule | null {
  if (state !== 'open') return 'answered-already';
  return accepted || words ? null : 'words-needed';
}

const kinds: Record<Language, Record<RequestKind, string>> = {
  it: { proposal: 'la tua proposta', claim: 'la tua richiesta', need: 'la tua ricerca', space: 'la tua segnalazione' },
  en: { proposal: 'your proposal', claim: 'your claim', need: 'your search', space: 'your report' },
};

/** What a request is about, before there is an item of that name. */
export const namedIn = (content: Record<string, unknown>): string => String(content.labName ?? content.name ?? '');

/** The link by which a request is confirmed and followed. */
export function requestLetter(
  language: Language,
  kind: RequestKind,
  { address, about }: { address: string; about: string },
): Letter {
  return language === 'it'
    ? letter('it', `Conferma ${kinds.it[kind]}: ${about}`, [
        `Con questo indirizzo confermi ${kinds.it[kind]} e ne segui lo stato:`,
        '',
        address,
        '',
        'Finché non lo apri, nessuno la vede. Se non sei stato tu, ignora questo messaggio.',
      ])
    : letter('en', `Confirm ${kinds.en[kind]}: ${about}`, [
        `With this address you confirm ${kinds.en[kind]} and follow how it stands:`,
        '',
        address,
        '',
        'Nobody sees it until you open it. If it was not you, ignore this message.',
      ]);
}

/** What was decided, to whoever asked. */
export function answerLetter(
  language: Language,
  { accepted, about, answer, address }: { accepted: boolean; about: string; answer: string | null; address: string },
): Letter {
  const it = language === 'it';
  const result = it ? (accepted ? 'accolta' : 'non accolta') : accepted ? 'accepted' : 'not accepted';
  const words = answer ? [answer, ''] : [];
  return letter(language, `${about}: ${result}`, [
    ...words,
    it ? 'La scheda nel registro:' : 'The entry in the register:',
    address,
  ]);
}

/** To whoever has to answer: what waits, and for how long. */
export function waitingLetter(
  language: Language,
  { about, days, address, escalated }: { about: string; days: number; address: string; escalated: boolean },
): Letter {
  const it = language === 'it';
  const subject = it ? `${about}: attende da ${days} giorni` : `${about}: waiting for ${days} days`;
  const why = escalated
    ? it
      ? 'Nessuno ha ancora risposto: lo segnaliamo a chi amministra il programma.'
      : 'Nobody has answered yet: those who administer the programme are told.'
    : it
      ? 'Chi l’ha chiesto vede lo stato e aspetta una risposta.'
      : 'Whoever asked sees how it stands, and waits for an answer.';
  return letter(language, subject, [why, '', address]);
}

/** How a request is answered, and what it came to. */
export interface Concluding {
  accepted: boolean;
  /** The words for whoever asked. */
  answer: string | null;
  by: number;
  /** What it came to, with its name and its page. */
  lab?: string;
  space?: string;
  about: string;
  address: string;
}
