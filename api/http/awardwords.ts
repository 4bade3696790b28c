// SPDX-License-Identifier: AGPL-3.0-or-later
import type { CallRule } from './rules.ts';

/** Messages for the rules of awards. */
export const awardWords = {
  'nothing-to-grant': {
    it: 'Nessuna domanda ammessa attende la concessione: ricarica la pagina.',
    en: 'No admitted application is left to be granted: reload the page.',
  },
  'award-stands': {
    it: 'Il contributo è già concesso: chiudi l’assegnazione dalla sua pagina.',
    en: 'The grant was already awarded: end the award on its page.',
  },
  'award-ended': {
    it: 'L’assegnazione è già conclusa: ricarica la pagina.',
    en: 'The award has already ended: reload the page.',
  },
  'before-award': {
    it: 'La data precede l’assegnazione: scegline una successiva.',
    en: 'The date is before the award: choose a later one.',
  },
  'step-missing': {
    it: 'Manca il passo precedente: registralo prima.',
    en: 'The previous step is missing: record it first.',
  },
  'step-order': {
    it: 'La data non segue l’ordine dei passi (accordo, chiavi, apertura): correggila.',
    en: 'The date does not follow the order of the steps (agreement, keys, opening): correct it.',
  },
  'no-keys': {
    it: 'Questa assegnazione non ha uno spazio di cui consegnare le chiavi: registra un altro passo.',
    en: 'This award has no space whose keys could be handed over: record another step.',
  },
  'not-begun': {
    it: 'L’assegnazione non è ancora cominciata: registra prima la firma o l’apertura.',
    en: 'The award has not begun: record the agreement or the opening first.',
  },
  'no-money': {
    it: 'Questa assegnazione non è di denaro: registra pagamenti solo per i contributi.',
    en: 'This award is not of money: record payments for grants only.',
  },
  'paid-beyond': {
    it: 'I pagamenti supererebbero l’importo assegnato: riduci l’importo.',
    en: 'The payments would exceed the amount awarded: reduce the amount.',
  },
  'not-signed': {
    it: 'Manca la firma dell’accordo: registrala prima del pagamento.',
    en: 'The agreement is not signed: record the signing before the payment.',
  },
  'count-half': {
    it: 'Mancano i posti di lavoro o il giorno in cui sono stati contati: scrivili entrambi.',
    en: 'The number of jobs or the day they were counted is missing: enter both.',
  },
  'check-early': {
    it: 'Il controllo si fa al più un mese prima della scadenza: registralo più avanti.',
    en: 'The check can be made at most one month before it is due: record it later.',
  },
  'remarks-needed': {
    it: 'Il controllo non è superato o lo è con rilievi: scrivi i rilievi.',
    en: 'The check failed or was passed with remarks: enter the findings.',
  },
} satisfies Partial<Record<CallRule, { it: string; en: string }>>;
