// SPDX-License-Identifier: AGPL-3.0-or-later
export const sheets = {
  sheet: {
    open: 'Il piano come foglio di calcolo',
    title: 'Foglio di calcolo',
    lead: 'Il piano {{window}} come foglio di calcolo',
    about:
      'Scarica il foglio, modificalo e ricaricalo: prima vedi le differenze, poi confermi. Le modifiche si registrano tutte insieme o nessuna. Le righe eliminate dal foglio non cambiano.',
    download: 'Scarica il foglio (XLSX)',
    choose: 'Foglio modificato',
    preview: 'Mostra le differenze',
    apply: 'Registra tutto',
    applied_one: '1 riga registrata.',
    applied_other: '{{count}} righe registrate.',
    nothing: 'Il foglio non contiene differenze.',
    blocked: 'Registrazione bloccata: correggi le righe rifiutate o modificate da altri.',
    tally:
      '{{added}} aggiunte, {{changed}} cambiate, {{refused}} rifiutate, {{overtaken}} modificate da altri, {{same}} uguali',
    row: 'Riga',
    name: 'Traguardo',
    what: 'Esito',
    fields: 'Differenze',
    kinds: {
      added: 'aggiunta',
      changed: 'cambiata',
      same: 'uguale',
      refused: 'rifiutata',
      overtaken: 'modificata nel frattempo da altri: scarica di nuovo il foglio',
    },
    empty: 'vuoto',
  },
} as const;
