// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Rule } from '../../http/refusals.rules.ts';
import { type Language, type Letter, letter } from '../mail/rules.ts';

/** Days of waiting until officials are reminded, and until administrators are informed. */
export const reminderDays = 10;

export const escalationDays = 30;

export type RequestKind = 'proposal' | 'claim' | 'need' | 'space';

/** A request to the register with its author. */
export interface Asking {
  programmeId: number;
  kind: RequestKind;
  lab: string | null;
  /** Space of a report. */
  space?: string | null;
  content: Record<string, unknown>;
  asker: { name: string; email: string; language: Language };
  publicUrl: string;
}

interface Answering {
  state: string;
  accepted: boolean;
  words: boolean;
}

/** Validates an answer: the request is open, and a refusal gives a reason. */
export function whyNotAnswered({ state, accepted, words }: Answering): Rule | null {
  if (state !== 'open') return 'answered-already';
  return accepted || words ? null : 'words-needed';
}

const kinds: Record<Language, Record<RequestKind, string>> = {
  it: { proposal: 'la tua proposta', claim: 'la tua richiesta', need: 'la tua ricerca', space: 'la tua segnalazione' },
  en: { proposal: 'your proposal', claim: 'your claim', need: 'your search', space: 'your report' },
};

/** Name for the subject of a request that has no item yet. */
export const namedIn = (content: Record<string, unknown>): string => String(content.labName ?? content.name ?? '');

/** Link to confirm and follow a request. Repeats nothing that was typed: the address may be somebody else's. */
export function requestLetter(language: Language, kind: RequestKind, address: string): Letter {
  return language === 'it'
    ? letter('it', `Conferma ${kinds.it[kind]}`, [
        `Apri questo link per confermare ${kinds.it[kind]} e seguirne lo stato:`,
        '',
        address,
        '',
        'Finché non lo apri, nessuno la vede. Se non l’hai inviata tu, ignora questo messaggio.',
      ])
    : letter('en', `Confirm ${kinds.en[kind]}`, [
        `Open this link to confirm ${kinds.en[kind]} and follow its status:`,
        '',
        address,
        '',
        'Nobody sees it until you open the link. If you did not send it, ignore this message.',
      ]);
}

/** Mail to the requester with the decision. */
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

const pending: Record<Language, Record<RequestKind, string>> = {
  it: {
    proposal: 'nuovo laboratorio',
    claim: 'gestione di una scheda',
    need: 'lavorazione',
    space: 'spazio segnalato',
  },
  en: { proposal: 'new lab', claim: 'managing an entry', need: 'job', space: 'reported space' },
};

/**
 * Mail to those who must answer: pending requests and days of waiting. `item` is the entry's name in the register, if
 * the request is about one; words of the sender are on the page only.
 */
export function waitingLetter(
  language: Language,
  {
    kind,
    item,
    days,
    address,
    escalated,
  }: { kind: RequestKind; item: string | null; days: number; address: string; escalated: boolean },
): Letter {
  const it = language === 'it';
  const about = item ?? pending[language][kind];
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

/** The answer to a request and its result. */
export interface Concluding {
  accepted: boolean;
  /** Text for the requester. */
  answer: string | null;
  by: number;
  /** Resulting item with name and page. */
  lab?: string;
  space?: string;
  about: string;
  address: string;
}
