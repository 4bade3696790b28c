// SPDX-License-Identifier: AGPL-3.0-or-later
import { boundaryWords } from './boundarywords.ts';
import { callWords } from './callwords.ts';
import type { Rule } from './refusals.rules.ts';
import { spaceWords } from './spacewords.ts';
import { undoWords } from './undowords.ts';

/** Italian and English messages for each rule a command can break. */
export const ruleWords: Record<Rule, { it: string; en: string }> = {
  ...callWords,
  ...spaceWords,
  ...boundaryWords,
  ...undoWords,
  'database-refused': {
    it: 'La banca dati ha rifiutato la modifica: contraddice dati già registrati. Ricarica la pagina e controlla i valori.',
    en: 'The database refused the change: it contradicts data already recorded. Reload the page and check the values.',
  },
  'attempt-ended': {
    it: 'Questo link di accesso non vale più: è già stato usato, è scaduto o è stato chiesto in un altro browser. Chiedine uno nuovo.',
    en: 'This sign-in link is no longer valid: it was used, it expired, or another browser requested it. Request a new one.',
  },
  'invitation-ended': {
    it: 'Questo invito non vale più: è stato usato, ritirato o è scaduto. Chiedine uno nuovo a chi ti ha invitato.',
    en: 'This invitation is no longer valid: it was used, revoked or has expired. Ask the sender for a new one.',
  },
  'account-there': {
    it: 'Questo indirizzo ha già un account: accedi con quello, poi riapri l’invito.',
    en: 'This address already has an account: sign in with it, then open the invitation again.',
  },
  'last-administrator': {
    it: 'È l’unica persona con il ruolo di amministrazione: assegna prima il ruolo a un’altra.',
    en: 'This is the only person with the administration role: assign the role to another person first.',
  },
  'role-needs-office': {
    it: 'Per questo ruolo serve un ufficio o ente: indicalo.',
    en: 'This role requires an office or body: enter it.',
  },
  'email-taken': {
    it: 'Questo indirizzo appartiene già a un altro account: usane un altro.',
    en: 'This address already belongs to another account: use another one.',
  },
  'provider-refused': {
    it: 'Il fornitore di identità non ha confermato l’accesso: riprova o scegli un altro modo.',
    en: 'The identity provider did not confirm the sign-in: try again or choose another way.',
  },
  'role-not-held': {
    it: 'Questo ruolo non esiste più: ricarica la pagina.',
    en: 'This role no longer exists: reload the page.',
  },
  'passkey-refused': {
    it: 'La passkey non è stata riconosciuta: riprova o accedi con un link.',
    en: 'The passkey was not recognised: try again or sign in with a link.',
  },
  'not-adopted': {
    it: 'Il traguardo è in una bozza: adotta prima il semestre.',
    en: 'The milestone is in a draft: adopt the cycle first.',
  },
  'adopted-already': {
    it: 'È già adottato e non si può eliminare: ritiralo.',
    en: 'It is already adopted and cannot be deleted: withdraw it.',
  },
  'reached-already': {
    it: 'Il traguardo è già raggiunto: ricarica la pagina.',
    en: 'The milestone is already reached: reload the page.',
  },
  'version-without-key': {
    it: 'La riga ha una versione ma non la chiave: rimetti la chiave, o togli la versione se la tappa è nuova.',
    en: 'The row has a version but no key: put the key back, or remove the version if the milestone is new.',
  },
  'withdrawn-already': { it: 'È già ritirato: ricarica la pagina.', en: 'It is already withdrawn: reload the page.' },
  'awaits-check': {
    it: 'La chiusura è in attesa di controllo: attendi la risposta.',
    en: 'The closing awaits a check: wait for the answer.',
  },
  'cycle-closed': {
    it: 'Il semestre è chiuso: riporta i traguardi aperti nel successivo.',
    en: 'The cycle is closed: carry open milestones over to the next one.',
  },
  'figure-fixed': {
    it: 'Dopo l’adozione peso e prima data promessa non cambiano: riprogramma la data o dividi il traguardo.',
    en: 'After adoption the weight and the first promised date are fixed: reschedule the date or split the milestone.',
  },
  'date-needed': { it: 'Manca la data: scrivila per continuare.', en: 'The date is missing: enter it to continue.' },
  'date-past': { it: 'La data è passata: scegline una futura.', en: 'The date is in the past: choose a future one.' },
  'date-future': {
    it: 'La data è futura: scegline una fino a oggi.',
    en: 'The date is in the future: choose one up to today.',
  },
  'date-before': {
    it: 'La data precede l’inizio o l’adozione: scegline una successiva.',
    en: 'The date is before the start or the adoption: choose a later one.',
  },
  'same-date': {
    it: 'È già la data promessa attuale: scegline un’altra.',
    en: 'This is already the current promised date: choose another one.',
  },
  'reason-needed': {
    it: 'La data supera la data promessa: scrivi il motivo.',
    en: 'The date is after the promised date: enter the reason.',
  },
  'weights-differ': {
    it: 'La somma dei pesi è cambiata: riportala al valore di prima.',
    en: 'The weights no longer add up to the previous value: restore it.',
  },
  'order-incomplete': {
    it: 'L’ordine è incompleto: elenca tutti i traguardi dell’area nel semestre, una volta ciascuno.',
    en: 'The order is incomplete: list every milestone of the area in the cycle once.',
  },
  circle: {
    it: 'Questo traguardo dipenderebbe da sé stesso: rimuovi una dipendenza.',
    en: 'This milestone would depend on itself: remove a dependency.',
  },
  'evidence-needed': {
    it: 'Manca una prova: aggiungine almeno una.',
    en: 'Evidence is missing: add at least one piece.',
  },
  'nothing-to-check': {
    it: 'Nessuna chiusura è in attesa di controllo: ricarica la pagina.',
    en: 'No closing awaits a check: reload the page.',
  },
  'own-closing': {
    it: 'Il controllo spetta a una seconda persona: chiedilo a un altro account dell’ufficio.',
    en: 'A second person must check it: ask another account of the office.',
  },
  'words-needed': { it: 'Per continuare, scrivi il motivo.', en: 'To continue, enter the reason.' },
  'closing-rests': {
    it: 'Una chiusura usa questa prova: la prova resta agli atti. Aggiungine un’altra se serve.',
    en: 'A closing uses this evidence: it stays on record. Add another one if needed.',
  },
  'days-reversed': {
    it: 'La fine precede l’inizio: correggi le date.',
    en: 'The end is before the start: correct the dates.',
  },
  'cycle-empty': {
    it: 'La bozza non contiene traguardi: aggiungine almeno uno.',
    en: 'The draft contains no milestones: add at least one.',
  },
  'undated-milestones': {
    it: 'Alcuni traguardi non hanno una data: completali.',
    en: 'Some milestones have no date: complete them.',
  },
  'cycle-not-empty': {
    it: 'La bozza contiene traguardi: eliminali prima.',
    en: 'The draft contains milestones: delete them first.',
  },
  'not-a-draft': {
    it: 'Il semestre è già adottato e non è più una bozza: ricarica la pagina.',
    en: 'The cycle is already adopted and no longer a draft: reload the page.',
  },
  'draft-still': {
    it: 'Il semestre è ancora una bozza: adottalo prima.',
    en: 'The cycle is still a draft: adopt it first.',
  },
  'nothing-unfinished': {
    it: 'Nessun traguardo aperto da riportare.',
    en: 'No unfinished milestone to carry over.',
  },
  'not-unfinished': {
    it: 'Alcuni traguardi sono conclusi o già riportati: rimuovili dalla selezione.',
    en: 'Some milestones are settled or already carried over: remove them from the selection.',
  },
  'same-review': {
    it: 'Ogni area ha un solo bilancio: scrivi un solo bilancio per area.',
    en: 'Each area has one review: write only one review per area.',
  },
  'closing-awaits': {
    it: 'Una chiusura è in attesa di controllo: completa prima il controllo.',
    en: 'A closing awaits a check: complete the check first.',
  },
  'cycle-days-fixed': {
    it: 'Dopo l’adozione i giorni del semestre non cambiano: modifica il prossimo piano.',
    en: 'After adoption the days of the cycle are fixed: change the next plan instead.',
  },
  'hours-reversed': {
    it: 'L’orario finisce prima di cominciare: correggi le ore (dopo mezzanotte si chiude entro le 6).',
    en: 'The hours end before they begin: correct them (past midnight, the latest closing is 6).',
  },
  'hours-overlap': {
    it: 'Due orari dello stesso giorno si sovrappongono: correggine uno.',
    en: 'Two spans on the same day overlap: correct one of them.',
  },
  'point-half': {
    it: 'Mancano latitudine o longitudine: scrivile entrambe.',
    en: 'Latitude or longitude is missing: enter both.',
  },
  'point-nowhere': {
    it: 'Le coordinate 0, 0 non sono un luogo della città: cercale di nuovo.',
    en: 'The coordinates 0, 0 are not a place in the city: look them up again.',
  },
  'point-outside': {
    it: 'Le coordinate cadono fuori dalla città, forse perché latitudine e longitudine sono scambiate: controllale.',
    en: 'The coordinates lie outside the city, perhaps because latitude and longitude are swapped: check them.',
  },
  'closed-while-open': {
    it: 'C’è una data di chiusura ma lo stato non è «chiuso»: cambia lo stato o elimina la data.',
    en: 'There is a closing date but the status is not “closed”: change the status or delete the date.',
  },
  'same-lab': {
    it: 'È già la stessa scheda: scegline un’altra.',
    en: 'It is already the same entry: choose another one.',
  },
  'qualification-stands': {
    it: 'Azione non possibile nello stato attuale: ricarica la pagina.',
    en: 'This action is not possible in the current state: reload the page.',
  },
  'requirement-empty': {
    it: 'Il requisito è vuoto: indica una misura con il suo minimo, un documento o entrambi.',
    en: 'The requirement is empty: enter a measure with its minimum, a document, or both.',
  },
  'lab-kept': {
    it: 'Questa scheda è già gestita da altri: scrivi al laboratorio o al Comune.',
    en: 'This entry is already managed by others: write to the lab or to the City.',
  },
  'request-ended': {
    it: 'Questa richiesta è stata ritirata o eliminata: inviane una nuova.',
    en: 'This request was withdrawn or deleted: send a new one.',
  },
  'answered-already': {
    it: 'La richiesta ha già avuto risposta: ricarica la pagina.',
    en: 'The request was already answered: reload the page.',
  },
  'photos-enough': {
    it: 'Le foto sono già 12. Eliminane una per aggiungerne altre.',
    en: 'There are already 12 photos. Delete one to add others.',
  },
};
