// SPDX-License-Identifier: AGPL-3.0-or-later
export const sheets = {
  sheet: {
    open: 'Il piano come foglio di calcolo',
    title: 'Foglio di calcolo',
    lead: 'Il piano {{window}} come foglio di calcolo',
    about:
      'Scarica il foglio, modificalo, rimandalo: vedi prima che cosa cambierebbe, poi decidi. O tutto o niente, come una sola modifica registrata. Le righe che togli dal foglio restano come sono.',
    download: 'Scarica il foglio (XLSX)',
    choose: 'Foglio modificato',
    preview: 'Mostra che cosa cambierebbe',
    apply: 'Registra tutto',
    applied_one: 'Una riga registrata.',
    applied_other: '{{count}} righe registrate.',
    nothing: 'Il foglio non cambia niente.',
    blocked: 'Finché una riga è rifiutata, o cambiata da altri, non si registra niente.',
    tally:
      '{{added}} aggiunte, {{changed}} cambiate, {{refused}} rifiutate, {{overtaken}} cambiate da altri, {{same}} uguali',
    row: 'Riga',
    name: 'Traguardo',
    what: 'Che cosa',
    fields: 'Differenze',
    kinds: {
      added: 'aggiunta',
      changed: 'cambiata',
      same: 'uguale',
      refused: 'rifiutata',
      overtaken: 'cambiata nel frattempo da altri: scarica di nuovo il foglio',
    },
    empty: 'vuoto',
  },
} as const;
