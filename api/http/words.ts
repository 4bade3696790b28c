// SPDX-License-Identifier: AGPL-3.0-or-later

import { callWords } from './callwords.ts';
import type { Rule } from './refusals.rules.ts';
import { spaceWords } from './spacewords.ts';

/** What each rule says to whoever comes up against it. */
export const ruleWords: Record<Rule, { it: string; en: string }> = {
  ...callWords,
  ...spaceWords,
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
  'not-adopted': {
    it: 'È ancora una bozza: prima va adottato il semestre.',
    en: 'It is still a draft: its cycle must be adopted first.',
  },
  'adopted-already': {
    it: 'È già adottato: si ritira, non si cancella.',
    en: 'It is adopted already: it can be withdrawn, not removed.',
  },
  'reached-already': { it: 'È già raggiunto.', en: 'It is reached already.' },
  'withdrawn-already': { it: 'È già ritirato.', en: 'It is withdrawn already.' },
  'awaits-check': {
    it: 'La chiusura attende una verifica: prima serve la risposta.',
    en: 'Its closing awaits a check: that must be answered first.',
  },
  'cycle-closed': {
    it: 'Il semestre è chiuso: quanto è rimasto aperto passa al successivo.',
    en: 'The cycle is closed: what stayed open is carried over to the next.',
  },
  'figure-fixed': {
    it: 'Dopo l’adozione peso e prima data non cambiano: una data si sposta ripianificando, un peso si divide.',
    en: 'After the adoption weight and first date are fixed: a date moves by a re-plan, a weight by a split.',
  },
  'date-needed': { it: 'Serve una data: è il primo impegno.', en: 'A date is needed: it is the first promise.' },
  'date-past': { it: 'È una data passata.', en: 'This date is past.' },
  'date-future': { it: 'È una data futura.', en: 'This date is in the future.' },
  'date-before': {
    it: 'È una data troppo lontana: precede l’inizio o l’adozione.',
    en: 'This date is too early: it lies before the beginning or the adoption.',
  },
  'same-date': { it: 'È già la data promessa.', en: 'This is the date promised already.' },
  'reason-needed': {
    it: 'Oltre la data promessa serve il motivo.',
    en: 'Beyond the date promised a reason is needed.',
  },
  'weights-differ': {
    it: 'La somma dei pesi deve restare quella di prima.',
    en: 'The weights must add up to the old one.',
  },
  'order-incomplete': {
    it: 'L’ordine deve nominare tutti i traguardi dell’area nel semestre, una volta ciascuno.',
    en: 'The order must name all milestones of the area in the cycle, each once.',
  },
  circle: { it: 'Le dipendenze girerebbero in tondo.', en: 'The dependencies would run in a circle.' },
  'evidence-needed': { it: 'Serve almeno una prova.', en: 'At least one piece of evidence is needed.' },
  'nothing-to-check': { it: 'Non c’è una chiusura da verificare.', en: 'There is no closing to check.' },
  'own-closing': { it: 'La verifica spetta a una seconda persona.', en: 'A second person must check it.' },
  'words-needed': { it: 'Per rimandarla servono le parole del perché.', en: 'To send it back, say why.' },
  'closing-rests': {
    it: 'Una chiusura si fonda su questa prova: resta agli atti.',
    en: 'A closing rests on this evidence: it stays on record.',
  },
  'days-reversed': { it: 'La fine deve seguire l’inizio.', en: 'The end must come after the beginning.' },
  'cycle-empty': { it: 'La bozza non contiene traguardi.', en: 'The draft holds no milestone.' },
  'undated-milestones': { it: 'Qualche traguardo non ha ancora una data.', en: 'Some milestones have no date yet.' },
  'cycle-not-empty': {
    it: 'La bozza contiene traguardi: prima vanno tolti.',
    en: 'The draft holds milestones: remove them first.',
  },
  'not-a-draft': { it: 'Il semestre non è una bozza.', en: 'The cycle is not a draft.' },
  'draft-still': { it: 'Il semestre è ancora una bozza.', en: 'The cycle is still a draft.' },
  'nothing-unfinished': {
    it: 'Non c’è nulla di incompiuto da riportare.',
    en: 'There is nothing unfinished to carry over.',
  },
  'not-unfinished': {
    it: 'Qualche traguardo è concluso, o è già riportato.',
    en: 'Some of the milestones are settled, or were carried over already.',
  },
  'same-review': { it: 'Per ogni area va una sola lezione.', en: 'Each area has one review.' },
  'closing-awaits': { it: 'Una chiusura attende ancora la verifica.', en: 'A closing still awaits its check.' },
  'cycle-days-fixed': {
    it: 'Dopo l’adozione i giorni del semestre non cambiano.',
    en: 'After the adoption the days of the cycle are fixed.',
  },
  'undo-done': { it: 'Non c’è più nulla da annullare.', en: 'There is nothing left to undo.' },
  'undo-meanwhile': {
    it: 'Non è più l’ultima modifica: qualcosa è stato scritto dopo.',
    en: 'It is no longer the last change: something was written since.',
  },
  'undo-loaded': {
    it: 'È stato caricato, o scritto senza accesso: qui non si annulla.',
    en: 'It was loaded, or written without signing in: it is not undone here.',
  },
  'undo-adoption': {
    it: 'Un’adozione o la chiusura di un semestre non si annulla.',
    en: 'The adoption or the closing of a cycle cannot be undone.',
  },
  'undo-promise': {
    it: 'Un primo impegno non si annulla: il traguardo si ripianifica o si ritira.',
    en: 'A first promise cannot be undone: re-plan the milestone or withdraw it.',
  },
  'undo-closing': { it: 'La risposta a una chiusura non si annulla.', en: 'The answer to a closing cannot be undone.' },
  'undo-first-forecast': {
    it: 'È il primo aggiornamento: non c’è una previsione a cui tornare, se ne scrive uno nuovo.',
    en: 'It is the first report: there is no forecast to go back to, report anew.',
  },
  'undo-too-late': {
    it: 'Nel frattempo è stato adottato o chiuso: non si torna indietro.',
    en: 'It was adopted or closed meanwhile: there is no way back.',
  },
  'undo-elsewhere': { it: 'Questo genere di modifica non si annulla.', en: 'This kind of change cannot be undone.' },
  'hours-reversed': { it: 'L’orario finisce prima di cominciare.', en: 'The hours end before they begin.' },
  'hours-overlap': {
    it: 'Due orari dello stesso giorno si sovrappongono.',
    en: 'Two spans of the same day overlap.',
  },
  'point-half': {
    it: 'Servono sia la latitudine sia la longitudine.',
    en: 'Both latitude and longitude are needed.',
  },
  'point-nowhere': {
    it: 'Le coordinate 0, 0 non sono un luogo: cercale di nuovo.',
    en: 'The coordinates 0, 0 are no place: look them up again.',
  },
  'point-outside': {
    it: 'Le coordinate cadono fuori dalla città: forse latitudine e longitudine sono scambiate.',
    en: 'The coordinates lie outside the city: perhaps latitude and longitude are swapped.',
  },
  'closed-while-open': {
    it: 'Ha una data di chiusura: allora lo stato è «chiuso».',
    en: 'It has a closing date: then its status is “closed”.',
  },
  'same-lab': { it: 'È già la stessa scheda.', en: 'It is the same entry already.' },
  'qualification-stands': {
    it: 'Così com’è ora la qualificazione, questo non si può fare.',
    en: 'As the qualification now stands, this cannot be done.',
  },
  'requirement-empty': {
    it: 'Un requisito è una misura con il suo minimo, un documento, o tutt’e due.',
    en: 'A requirement is a measure with its minimum, a document, or both.',
  },
  'lab-kept': {
    it: 'Qualcuno tiene già questa scheda: scrivi al laboratorio o al Comune.',
    en: 'Somebody keeps this entry already: write to the lab or to the City.',
  },
  'request-ended': {
    it: 'Questa richiesta non c’è più: è stata ritirata o cancellata.',
    en: 'This request is no more: it was taken back or erased.',
  },
  'answered-already': { it: 'Ha già avuto risposta.', en: 'It was answered already.' },
  'photos-enough': {
    it: 'Le foto sono già dodici: prima toglierne una.',
    en: 'There are twelve photos already: take one off first.',
  },
  'not-geojson': {
    it: 'Il file non è GeoJSON: serve una FeatureCollection.',
    en: 'The file is no GeoJSON: a FeatureCollection is needed.',
  },
  'no-features': { it: 'Il file non contiene nessun elemento.', en: 'The file holds no feature.' },
  'crs-unknown': {
    it: 'Il sistema di riferimento dichiarato dal file non è tra quelli noti: esporta il file in WGS84 (EPSG:4326).',
    en: 'The reference system that the file declares is none of those known: export the file in WGS84 (EPSG:4326).',
  },
  'crs-missing': {
    it: 'Le coordinate non sono gradi, e il file non dichiara (membro «crs») in quale sistema sono: esporta il file in WGS84 (EPSG:4326).',
    en: 'The coordinates are no degrees, and the file does not declare (member “crs”) their system: export the file in WGS84 (EPSG:4326).',
  },
  'boundaries-elsewhere': {
    it: 'I confini cadono lontano da ogni luogo noto del programma: il sistema di riferimento dichiarato dal file è quello giusto?',
    en: 'The boundaries lie far from every known place of the programme: is the reference system that the file declares the right one?',
  },
  'zone-unmatched': {
    it: 'Nessuna zona di questo tipo ha questo codice o questa chiave.',
    en: 'No zone of this kind has this code or key.',
  },
  'zone-twice': {
    it: 'Più elementi del file indicano la stessa zona.',
    en: 'Several features of the file name the same zone.',
  },
  'no-polygon': {
    it: 'Non è un poligono: serve un Polygon o un MultiPolygon con un’area.',
    en: 'It is no polygon: a Polygon or MultiPolygon with an area is needed.',
  },
};
