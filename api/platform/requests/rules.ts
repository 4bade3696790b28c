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
        `Apri questo link per confermare ${kinds.it[kind]} e seguirne lo stato:`,
        '',
        address,
        '',
        'Finché non lo apri, nessuno la vede. Se non l’hai inviata tu, ignora questo messaggio.',
      ])
    : letter('en', `Confirm ${kinds.en[kind]}: ${about}`, [
        `Open this link to confirm ${kinds.en[kind]} and follow its status:`,
        '',
        address,
        '',
        'Nobody sees it until you open the link. If you did not send it, ignore this message.',
      ]);
}

/** What was decided, to whoever asked. */
export function answerLetter(
  language: Language,
  { accepted, about, answer, address }: { accepted: boolean; about: string; answer: string | null; address: string },
): Letter {
  const it = language === 'it';
  const italian = accepted ? 'Richiesta accolta' : 'Richiesta non accolta';
  const result = it ? italian : accepted ? 'Request accepted' : 'Request not accepted';
  const words = answer ? [answer, ''] : [];
  return letter(language, `${result}: ${about}`, [
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
  const subject = it
    ? `Richiesta in attesa da ${days} ${days === 1 ? 'giorno' : 'giorni'}: ${about}`
    : `Request pending for ${days} ${days === 1 ? 'day' : 'days'}: ${about}`;
  const why = escalated
    ? it
      ? 'La richiesta è ancora senza risposta: l’avviso va anche all’amministrazione del programma.'
      : 'The request is still unanswered: the programme’s administration is also notified.'
    : it
      ? 'Chi ha inviato la richiesta ne vede lo stato e attende una risposta.'
      : 'The sender sees its status and is waiting for an answer.';
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
