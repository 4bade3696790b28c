// SPDX-License-Identifier: AGPL-3.0-or-later
import type { CallRule } from './rules.ts';

/** What each rule of a call says to whoever comes up against it. */
export const callWords: Record<CallRule, { it: string; en: string }> = {
  'instant-needed': { it: 'Servono giorno e ora.', en: 'Day and hour are needed.' },
  'questions-late': {
    it: 'Il termine per i quesiti viene dopo la chiusura.',
    en: 'The time for questions ends after the closing.',
  },
  'budget-needed': { it: 'Serve l’importo.', en: 'The amount is needed.' },
  'most-below-least': { it: 'Il massimo è sotto il minimo.', en: 'The maximum is below the minimum.' },
  'budget-below-least': {
    it: 'La dotazione non copre nemmeno un contributo minimo.',
    en: 'The budget does not cover even one minimum grant.',
  },
  'criteria-unused': {
    it: 'Uno sportello non ha criteri: vale l’ordine di arrivo.',
    en: 'A first-come fund has no criteria: the order of arrival counts.',
  },
  'weights-not-hundred': {
    it: 'I pesi dei criteri devono dare 100.',
    en: 'The weights of the criteria must sum to 100.',
  },
  'threshold-beyond': {
    it: 'La soglia è sopra il peso del criterio.',
    en: 'The threshold is above the criterion’s weight.',
  },
  'lots-unused': {
    it: 'Solo un bando di spazi, a graduatoria, ha lotti.',
    en: 'Only a ranked call for spaces has lots.',
  },
  'lots-needed': { it: 'Un bando di spazi ha almeno un lotto.', en: 'A call for spaces has at least one lot.' },
  'lots-twice': { it: 'Lo stesso spazio è in due lotti.', en: 'The same space is in two lots.' },
  'space-not-available': { it: 'Questo spazio non è disponibile.', en: 'This space is not available.' },
  'call-closed': { it: 'Il bando è chiuso.', en: 'The call is closed.' },
  'call-not-open': { it: 'Il bando non è ancora aperto.', en: 'The call is not open yet.' },
  'call-not-closed': {
    it: 'Il bando è ancora aperto: le domande sono sigillate.',
    en: 'The call is still open: the applications are sealed.',
  },
  'amendment-empty': { it: 'La modifica non cambia niente.', en: 'The amendment changes nothing.' },
  'amendment-takes': {
    it: 'Una modifica può solo dare di più: più tempo, più fondi.',
    en: 'An amendment can only give more: more time, more money.',
  },
  'application-incomplete': { it: 'Manca ancora qualcosa.', en: 'Something is still missing.' },
  'submitted-late': {
    it: 'Il bando si è chiuso mentre la domanda arrivava: resta una bozza.',
    en: 'The call closed while the application was on its way: it stays a draft.',
  },
  'not-submitted': { it: 'La domanda non è stata presentata.', en: 'The application was not submitted.' },
  'firm-placed': {
    it: 'Un’impresa con questo codice fiscale o questa partita IVA ha già una domanda in questo bando. Se non è tua, scrivi all’ufficio.',
    en: 'A firm with this tax code or VAT number has an application to this call already. If it is not yours, write to the office.',
  },
  'budget-none': {
    it: 'Questo bando non dà denaro: non c’è una dotazione da aumentare.',
    en: 'This call gives no money: there is no budget to raise.',
  },
  'tie-unknown': {
    it: 'La parità si decide con un criterio che non c’è più.',
    en: 'A tie is decided by a criterion that is no longer there.',
  },
  'evaluator-scored': {
    it: 'Chi ha già dato punti resta nella commissione.',
    en: 'Whoever has given points already stays an evaluator.',
  },
  'ranking-published': {
    it: 'Una graduatoria è già pubblicata: i punti dei singoli e la commissione non cambiano più.',
    en: 'A ranking is published: single points and evaluators change no more.',
  },
  'scores-seen': {
    it: 'I punti degli altri sono già visibili: ora si cambia solo insieme, con un punteggio concordato.',
    en: 'The points of the others are visible already: from now on they change only together, by consensus.',
  },
  'consensus-open': {
    it: 'Un punteggio concordato aspetta ancora la conferma di un valutatore.',
    en: 'A consensus still waits for an evaluator to confirm it.',
  },
  'objections-until-needed': {
    it: 'Serve il termine per le osservazioni, da domani in poi.',
    en: 'It takes the time limit for objections, tomorrow or later.',
  },
  'objections-cut': {
    it: 'Il termine già pubblicato per le osservazioni non si accorcia.',
    en: 'The time limit for objections that was published is not cut.',
  },
  'requests-open': {
    it: 'Un’impresa ha ancora tempo per rispondere a una richiesta dell’ufficio.',
    en: 'A firm still has time to answer a request of the office.',
  },
  'request-above-most': {
    it: 'È più del contributo massimo.',
    en: 'It is more than the maximum grant.',
  },
  'request-below-least': {
    it: 'È meno del contributo minimo.',
    en: 'It is less than the minimum grant.',
  },
  'request-above-share': {
    it: 'È più della quota del costo che il bando copre.',
    en: 'It is more than the share of the cost that the call covers.',
  },
  'space-held': {
    it: 'Uno spazio assegnato torna al censimento quando finisce la sua assegnazione.',
    en: 'An awarded space comes back to the census when its award ends.',
  },
  'aid-exceeded': {
    it: 'Con gli aiuti già avuti si superano i 300.000 € de minimis in tre anni.',
    en: 'With the aid already had, the €300,000 of de minimis in three years are exceeded.',
  },
  'conflict-declared': {
    it: 'Hai dichiarato un conflitto di interessi su questa domanda.',
    en: 'You declared a conflict of interests on this application.',
  },
  'points-beyond': {
    it: 'I punti sono oltre la scala del criterio.',
    en: 'The points are beyond the criterion’s scale.',
  },
  'scores-open': {
    it: 'Non tutti i valutatori hanno dato i punti, e non c’è un accordo.',
    en: 'Not all evaluators have scored, and there is no consensus.',
  },
  'ranking-final': { it: 'C’è già la graduatoria definitiva.', en: 'There is a final ranking already.' },
  'ranking-missing': {
    it: 'Prima serve la graduatoria provvisoria.',
    en: 'There must be a provisional ranking first.',
  },
  'nothing-to-grant': {
    it: 'Nessuna domanda ammessa attende la concessione.',
    en: 'No admitted application is left to be granted.',
  },
  'award-stands': {
    it: 'Il contributo è già concesso: si chiude dalla pagina dell’assegnazione.',
    en: 'It was granted already: end it on the page of the award.',
  },
  'award-ended': { it: 'L’assegnazione si è già conclusa.', en: 'The award has ended already.' },
  'before-award': {
    it: 'Il giorno viene prima dell’assegnazione.',
    en: 'The day is before the award.',
  },
  'step-missing': {
    it: 'Prima va registrato il passo precedente.',
    en: 'The step before must be recorded first.',
  },
  'step-order': {
    it: 'Il giorno non segue l’ordine dei passi: accordo, chiavi, apertura.',
    en: 'The day breaks the order of the steps: agreement, keys, opening.',
  },
  'no-keys': {
    it: 'Non c’è uno spazio di cui consegnare le chiavi.',
    en: 'There is no space to hand over the keys of.',
  },
  'not-begun': {
    it: 'Non è ancora cominciata: manca l’apertura, o la firma.',
    en: 'It has not begun yet: the opening, or the agreement, is missing.',
  },
  'no-money': { it: 'Questa assegnazione non è di denaro.', en: 'This award is not of money.' },
  'paid-beyond': {
    it: 'I pagamenti insieme supererebbero l’importo assegnato.',
    en: 'The payments together would exceed the amount awarded.',
  },
  'not-signed': {
    it: 'Si paga solo dopo la firma dell’accordo.',
    en: 'Nothing is paid before the agreement is signed.',
  },
  'count-half': {
    it: 'I posti di lavoro contati vanno con il giorno in cui sono stati contati.',
    en: 'Jobs counted go with the day on which they were counted.',
  },
  'check-early': {
    it: 'È presto: questo controllo si fa al più un mese prima della scadenza.',
    en: 'It is early: this check is made at most one month before it is due.',
  },
  'remarks-needed': {
    it: 'Se il controllo non è superato, o lo è con rilievi, va scritto che cosa si è visto.',
    en: 'Unless the check was passed without remarks, say what was found.',
  },
  'act-needed': { it: 'Serve l’atto.', en: 'The act is needed.' },
  'why-needed': { it: 'Serve il motivo.', en: 'The reason is needed.' },
  'questions-over': {
    it: 'Il termine per i quesiti è passato.',
    en: 'The time for questions is over.',
  },
  'question-answered': { it: 'A questo quesito è già stato risposto.', en: 'This question was answered already.' },
  'request-over': { it: 'Il termine per rispondere è passato.', en: 'The time to answer is over.' },
  'excluded-already': { it: 'La domanda è già esclusa.', en: 'The application is excluded already.' },
  'not-excluded': { it: 'La domanda non è esclusa.', en: 'The application is not excluded.' },
  'bonus-not-claimed': {
    it: 'La domanda non chiede questa premialità, o le è già stata tolta.',
    en: 'The application does not claim this bonus, or lost it already.',
  },
  'objections-over': {
    it: 'Non ci sono osservazioni da presentare: la graduatoria non è provvisoria, o il termine è passato.',
    en: 'No objection can be made: the ranking is not provisional, or the time is over.',
  },
  'objections-open': {
    it: 'Prima della definitiva passa il termine per le osservazioni, e ognuna ha la sua risposta.',
    en: 'Before the final ranking the time for objections passes, and each gets its answer.',
  },
  'round-closed': { it: 'La valutazione è chiusa.', en: 'The round of evaluation is closed.' },
  'ranked-only': { it: 'Si può solo in un bando a graduatoria.', en: 'Only in a ranked call.' },
  'files-enough': {
    it: 'I file sono già 40: non se ne aggiungono altri.',
    en: 'There are 40 files already: no more can be added.',
  },
  'nobody-scored': {
    it: 'Una domanda non ha i punti di nessuno: va valutata o esclusa.',
    en: 'An application was scored by nobody: it must be scored or excluded.',
  },
};
