// SPDX-License-Identifier: AGPL-3.0-or-later

import { awardWords } from './awardwords.ts';
import type { CallRule } from './rules.ts';

/** Messages for the rules of calls. */
export const callWords: Record<CallRule, { it: string; en: string }> = {
  ...awardWords,
  'instant-needed': { it: 'Mancano giorno e ora: scrivili.', en: 'Date and time are missing: enter them.' },
  'questions-late': {
    it: 'Il termine per i quesiti viene dopo la chiusura: anticipalo.',
    en: 'The deadline for questions is after the closing: move it earlier.',
  },
  'budget-needed': { it: 'Manca l’importo: scrivilo.', en: 'The amount is missing: enter it.' },
  'most-below-least': {
    it: 'Il contributo massimo è sotto il minimo: correggi gli importi.',
    en: 'The maximum grant is below the minimum: correct the amounts.',
  },
  'budget-below-least': {
    it: 'La dotazione non copre nemmeno un contributo minimo: aumentala o riduci il minimo.',
    en: 'The budget does not cover even one minimum grant: increase it or lower the minimum.',
  },
  'criteria-unused': {
    it: 'Uno sportello segue l’ordine di arrivo e non usa criteri: eliminali.',
    en: 'A first-come fund follows the order of arrival and uses no criteria: delete them.',
  },
  'weights-not-hundred': {
    it: 'La somma dei pesi dei criteri non è 100: correggi i pesi.',
    en: 'The weights of the criteria do not add up to 100: correct them.',
  },
  'threshold-beyond': {
    it: 'Il minimo del criterio supera il suo peso: abbassalo.',
    en: 'The minimum of the criterion exceeds its weight: lower it.',
  },
  'lots-unused': {
    it: 'Solo un bando di spazi a graduatoria ha lotti: elimina i lotti.',
    en: 'Only a ranked call for spaces has lots: delete the lots.',
  },
  'lots-needed': {
    it: 'Un bando di spazi ha almeno un lotto: aggiungine uno.',
    en: 'A call for spaces has at least one lot: add one.',
  },
  'lots-twice': {
    it: 'Lo stesso spazio è in due lotti: eliminane uno.',
    en: 'The same space is in two lots: delete one.',
  },
  'space-not-available': {
    it: 'Questo spazio non è disponibile: scegline un altro.',
    en: 'This space is not available: choose another one.',
  },
  'call-closed': {
    it: 'Il bando è chiuso: l’azione non è più possibile. Per informazioni scrivi all’ufficio.',
    en: 'The call is closed: this action is no longer possible. For information, write to the office.',
  },
  'call-not-open': {
    it: 'Il bando non è ancora aperto: attendi l’apertura.',
    en: 'The call is not open yet: wait until it opens.',
  },
  'call-not-closed': {
    it: 'Il bando è ancora aperto e le domande sono sigillate: attendi la chiusura.',
    en: 'The call is still open and applications are sealed: wait until it closes.',
  },
  'amendment-empty': {
    it: 'La modifica non cambia niente: indica una nuova chiusura o una nuova dotazione.',
    en: 'The amendment changes nothing: enter a new closing date or a new budget.',
  },
  'amendment-takes': {
    it: 'Una modifica può solo dare di più: indica più tempo o più fondi.',
    en: 'An amendment can only give more: enter more time or more money.',
  },
  'application-incomplete': {
    it: 'La domanda è incompleta: completa i campi segnalati in «Rileggi e presenta».',
    en: 'The application is incomplete: complete the fields listed in “Review and submit”.',
  },
  'submitted-late': {
    it: 'Il bando si è chiuso prima dell’arrivo della domanda: resta una bozza non presentata. Per informazioni scrivi all’ufficio.',
    en: 'The call closed before the application arrived: it stays an unsubmitted draft. For information, write to the office.',
  },
  'not-submitted': {
    it: 'La domanda non è stata presentata: presentala prima.',
    en: 'The application was not submitted: submit it first.',
  },
  'firm-placed': {
    it: 'Un’impresa con questo codice fiscale o questa partita IVA ha già una domanda in questo bando. Se non è tua, scrivi all’ufficio.',
    en: 'A firm with this tax code or VAT number already has an application to this call. If it is not yours, write to the office.',
  },
  'budget-none': {
    it: 'Questo bando non assegna denaro e non ha una dotazione da aumentare: modifica solo le date.',
    en: 'This call awards no money and has no budget to increase: change only the dates.',
  },
  'tie-unknown': {
    it: 'Il criterio di parità indicato non esiste più: scegline un altro.',
    en: 'The tie-break refers to a criterion that no longer exists: choose another one.',
  },
  'evaluator-scored': {
    it: 'Chi ha già dato punti resta nella commissione: conferma il suo nome.',
    en: 'An evaluator who has given points stays appointed: keep the name.',
  },
  'ranking-published': {
    it: 'Una graduatoria è già pubblicata: punti e commissione non cambiano più. Per rimediare decidi sulle osservazioni.',
    en: 'A ranking is already published: points and evaluators can no longer change. To correct it, decide on the objections.',
  },
  'scores-seen': {
    it: 'I punti degli altri sono già visibili: per cambiarli registra un punteggio concordato.',
    en: 'The points of the others are already visible: to change them, record an agreed score.',
  },
  'consensus-open': {
    it: 'Un punteggio concordato attende ancora la conferma della commissione: completala prima.',
    en: 'An agreed score still awaits confirmation by an evaluator: complete it first.',
  },
  'objections-until-needed': {
    it: 'Manca il termine per le osservazioni: indicalo, da domani in poi.',
    en: 'Set the deadline for objections: tomorrow or later.',
  },
  'objections-cut': {
    it: 'Il termine già pubblicato per le osservazioni non si può accorciare: indicane uno uguale o successivo.',
    en: 'The published deadline for objections cannot be shortened: enter the same or a later one.',
  },
  'requests-open': {
    it: 'Un’impresa ha ancora tempo per rispondere a una richiesta di integrazioni: attendi la risposta o il termine.',
    en: 'A firm still has time to answer a request for information: wait for the answer or the deadline.',
  },
  'request-above-most': {
    it: 'L’importo supera il contributo massimo: riducilo.',
    en: 'The amount exceeds the maximum grant: reduce it.',
  },
  'request-below-least': {
    it: 'L’importo è sotto il contributo minimo: aumentalo.',
    en: 'The amount is below the minimum grant: increase it.',
  },
  'request-above-share': {
    it: 'L’importo supera la quota del costo coperta dal bando: riducilo.',
    en: 'The amount exceeds the share of the cost that the call covers: reduce it.',
  },
  'space-held': {
    it: 'Lo spazio è assegnato e torna al censimento quando finisce l’assegnazione: chiudi prima l’assegnazione.',
    en: 'The space is awarded and returns to the census when its award ends: end the award first.',
  },
  'aid-exceeded': {
    it: 'Con gli aiuti già ricevuti si superano i 300.000\u00a0€ de minimis in tre anni: riduci il contributo chiesto.',
    en: 'With the aid already received, the de minimis limit of €300,000 in three years is exceeded: reduce the grant requested.',
  },
  'conflict-declared': {
    it: 'Hai dichiarato un conflitto di interessi su questa domanda: valuta le altre.',
    en: 'You declared a conflict of interest on this application: evaluate the others.',
  },
  'points-beyond': {
    it: 'I punti superano la scala del criterio: correggili.',
    en: 'The points exceed the criterion’s scale: correct them.',
  },
  'scores-open': {
    it: 'Mancano punteggi: attendili o registra un punteggio concordato.',
    en: 'Scores are missing: wait for them or record an agreed score.',
  },
  'ranking-final': {
    it: 'La graduatoria definitiva è già pubblicata: pubblica uno scorrimento se c’è una rinuncia.',
    en: 'The final ranking is already published: publish a ranking after withdrawals if an award is declined.',
  },
  'ranking-missing': {
    it: 'Manca la graduatoria provvisoria: pubblicala prima.',
    en: 'The provisional ranking is missing: publish it first.',
  },
  'act-needed': { it: 'Indica il provvedimento: tipo, numero, data.', en: 'Enter the act: type, number, date.' },
  'why-needed': { it: 'Manca il motivo: scrivilo.', en: 'The reason is missing: enter it.' },
  'questions-over': {
    it: 'Il termine per i quesiti è passato: scrivi all’ufficio.',
    en: 'The deadline for questions has passed: write to the office.',
  },
  'question-answered': {
    it: 'Il quesito ha già una risposta: ricarica la pagina.',
    en: 'The question was already answered: reload the page.',
  },
  'request-over': {
    it: 'Il termine per rispondere è passato: scrivi all’ufficio.',
    en: 'The deadline for answering has passed: write to the office.',
  },
  'excluded-already': {
    it: 'La domanda è già esclusa: ricarica la pagina.',
    en: 'The application is already excluded: reload the page.',
  },
  'not-excluded': {
    it: 'La domanda non è esclusa: ricarica la pagina.',
    en: 'The application is not excluded: reload the page.',
  },
  'bonus-not-claimed': {
    it: 'La domanda non chiede questa premialità, o non le è stata riconosciuta: scegline un’altra.',
    en: 'The application does not claim this bonus, or it was disallowed: choose another one.',
  },
  'objections-over': {
    it: 'La graduatoria non è provvisoria o il termine per le osservazioni è passato: scrivi all’ufficio.',
    en: 'The ranking is not provisional or the deadline for objections has passed: write to the office.',
  },
  'objections-open': {
    it: 'Il termine per le osservazioni non è passato o manca una decisione: attendi il termine e decidi su ogni osservazione.',
    en: 'The deadline for objections has not passed or a decision is missing: wait for the deadline and decide on every objection.',
  },
  'round-closed': {
    it: 'La valutazione è chiusa: i punti non cambiano più. Per informazioni scrivi all’ufficio.',
    en: 'The evaluation is closed: points can no longer change. For information, write to the office.',
  },
  'ranked-only': {
    it: 'Questa azione vale solo per i bandi a graduatoria: nello sportello vale l’ordine di arrivo.',
    en: 'This action applies to ranked calls only: a first-come fund follows the order of arrival.',
  },
  'file-named': {
    it: 'La domanda o una risposta usa questo file: scegline un altro o svuota la risposta, poi salva.',
    en: 'The application or an answer uses this file: choose another or empty the answer, then save.',
  },
  'files-enough': {
    it: 'I file sono già 40. Eliminane uno per aggiungerne altri.',
    en: 'There are already 40 files. Delete one to add others.',
  },
  'nobody-scored': {
    it: 'Una domanda non ha punti: valutala o escludila.',
    en: 'An application has no points: score or exclude it.',
  },
};
