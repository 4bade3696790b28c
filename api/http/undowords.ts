// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Rule } from './refusals.rules.ts';

/** Messages for the rules that can refuse an undo. */
export const undoWords = {
  'undo-done': {
    it: 'Nessuna modifica da annullare: ricarica la pagina.',
    en: 'No change left to undo: reload the page.',
  },
  'undo-meanwhile': {
    it: 'Non è più l’ultima modifica: annulla prima le successive.',
    en: 'It is no longer the latest change: undo the later ones first.',
  },
  'undo-loaded': {
    it: 'La modifica viene da un caricamento di dati o è stata registrata senza accesso: non si annulla qui. Correggi i dati con una nuova modifica.',
    en: 'The change comes from a data load or was recorded without signing in: it cannot be undone here. Correct the data with a new change.',
  },
  'undo-adoption': {
    it: 'L’adozione e la chiusura di un semestre non si annullano: correggi i traguardi uno per uno.',
    en: 'The adoption and the closing of a cycle cannot be undone: correct the milestones one by one.',
  },
  'undo-promise': {
    it: 'La prima data promessa non si annulla: riprogramma o ritira il traguardo.',
    en: 'The first promised date cannot be undone: reschedule or withdraw the milestone.',
  },
  'undo-closing': {
    it: 'La risposta a una chiusura non si annulla: resta agli atti.',
    en: 'The answer to a closing cannot be undone: it stays on record.',
  },
  'undo-first-forecast': {
    it: 'È il primo aggiornamento e non c’è una previsione precedente: scrivine uno nuovo.',
    en: 'It is the first update and there is no earlier forecast: write a new one.',
  },
  'undo-too-late': {
    it: 'Nel frattempo è stato adottato o chiuso: l’annullamento non è più possibile. Registra una nuova modifica.',
    en: 'It has since been adopted or closed: it can no longer be undone. Record a new change.',
  },
  'undo-elsewhere': {
    it: 'Questo tipo di modifica non si annulla: registra una nuova modifica.',
    en: 'This kind of change cannot be undone: record a new change.',
  },
} satisfies Partial<Record<Rule, { it: string; en: string }>>;
