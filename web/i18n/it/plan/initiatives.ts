// SPDX-License-Identifier: AGPL-3.0-or-later
export const initiatives = {
  initiatives: {
    add: 'Aggiungi un’iniziativa',
    addSend: 'Aggiungi l’iniziativa',
    keep: 'Gestisci questa iniziativa',
    amount: 'Importo in euro',
    existing: 'Era già in corso prima del programma',
    withdrawn: 'ritirata il {{date}}',
    reason: 'Motivo del ritiro',
    withdrawAbout: 'L’iniziativa resta visibile, indicata come ritirata; i suoi traguardi non cambiano.',
    withdrawSend: 'Ritira l’iniziativa',
  },
  addMilestone: {
    title: 'Aggiungi un traguardo a questo semestre',
    about:
      'Il semestre è già adottato: la data che scrivi è pubblica e conta come promessa oggi. Dopo si cambia solo riprogrammando, con un motivo.',
    promised: 'Data promessa oggi',
    done: 'Traguardo aggiunto al piano, con la data promessa oggi.',
  },
  depend: {
    about: 'Indica i traguardi che devono venire prima. Una dipendenza non sposta nessuna data.',
    list: 'Dipende da',
    none: 'Non dipende da nessun altro traguardo.',
    more: 'Un altro traguardo',
    choose: 'scegli',
    add: 'Aggiungi',
    remove: 'Rimuovi',
    removeOf: 'Rimuovi la dipendenza da «{{name}}»',
    save: 'Registra le dipendenze',
  },
} as const;
