// SPDX-License-Identifier: AGPL-3.0-or-later
export const history = {
  history: {
    title: 'Ultime modifiche',
    subtitle: 'Tutto ciò che è stato registrato, dal giorno in cui si è saputo',
    none: 'Nessuna modifica registrata.',
    recorded: 'registrato il {{date}} da {{actor}}',
    recordedWhy: 'registrato il {{date}} da {{actor}}: «{{reason}}»',
    kind: {
      added: '{{what}}: aggiunto',
      edited: '{{what}}: scheda aggiornata',
      removed: '{{what}}: tolto',
      promised: '{{what}}: primo impegno',
      replanned: '{{what}}: riprogrammato',
      forecast: '{{what}}: nuova previsione',
      reached: '{{what}}: raggiunto',
      withdrawn: '{{what}}: ritirato',
      'evidence-added': '{{what}}: prova allegata',
      awarded: '{{what}}: assegnazione',
      measured: '{{what}}: nuova misura',
      concluded: '{{what}}: concluso',
      adopted: '{{what}}: adottato',
      closed: '{{what}}: chiuso',
      'moved-on': '{{what}}: nuovo stato',
    },
  },
} as const;
