// SPDX-License-Identifier: AGPL-3.0-or-later
export const initiatives = {
  initiatives: {
    add: 'Aggiungi un’iniziativa',
    addSend: 'Aggiungi l’iniziativa',
    keep: 'Tieni questa iniziativa',
    amount: 'Importo in euro',
    existing: 'Era già in corso prima del programma',
    withdrawn: 'ritirata il {{date}}',
    reason: 'Perché è stata ritirata',
    withdrawAbout: 'L’iniziativa resta visibile, segnata come ritirata; i suoi traguardi restano come sono.',
    withdrawSend: 'Rinuncia all’iniziativa',
  },
  addMilestone: {
    title: 'Aggiungi un traguardo a questo semestre',
    about:
      'Il semestre è già adottato: la data che scrivi è un impegno preso oggi, davanti a tutti. Da lì in poi si muove solo ripianificando, con una ragione.',
    promised: 'Impegno, preso oggi',
    done: 'Fatto: il traguardo è nel piano, con l’impegno di oggi.',
  },
  depend: {
    about: 'Nomina ciò che deve venire prima. Una dipendenza non sposta nessuna data.',
    list: 'Dipende da',
    none: 'Non dipende da nessun altro traguardo.',
    more: 'Un altro traguardo',
    choose: 'scegli',
    add: 'Aggiungi',
    remove: 'Togli',
    removeOf: 'Togli la dipendenza da «{{name}}»',
    save: 'Registra le dipendenze',
  },
} as const;
