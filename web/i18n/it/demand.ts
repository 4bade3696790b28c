// SPDX-License-Identifier: AGPL-3.0-or-later
export const demand = {
  demand: {
    day: 'Giorno',
    byDay_one: 'Una domanda',
    byDay_other: '{{count}} domande; il giorno più affollato è stato il {{date}}, con {{most}}',
    oneDay_one: 'Una domanda, arrivata il {{date}}',
    oneDay_other: '{{count}} domande, tutte il {{date}}',
    byDayWords: 'Domande presentate, giorno per giorno; quelle ritirate non contano',
    byZone_one: '{{zone}} è la più richiesta: {{applications}} domande per uno spazio',
    byZone_other: '{{zone}} è la più richiesta: {{applications}} domande per {{count}} spazi',
    byZoneWords: 'Barra chiara = domande che vi chiedono uno spazio, barra scura = spazi offerti',
    sealed: 'Che cosa si chiede, e dove, si saprà alla chiusura',
    sealedWords: 'Il contenuto delle domande è sigillato fino alla chiusura: qui ci sono gli spazi offerti',
    noZone: 'senza ‹zone›',
    spaces: 'Spazi offerti',
    applications: 'Domande',
    firstChoices: 'Come prima scelta',
    offered_one: 'uno spazio offerto, {{area}}',
    offered_other: '{{count}} spazi offerti, {{area}}',
    first_one: 'una come prima scelta',
    first_other: '{{count}} come prima scelta',
  },
} as const;
