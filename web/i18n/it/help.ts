// SPDX-License-Identifier: AGPL-3.0-or-later
/** One-line explanations of terms. */
export const help = {
  help: {
    promise: {
      term: 'Data promessa e previsione',
      line: 'La data promessa vincola e resta agli atti; la previsione dice quando si pensa di arrivare.',
    },
    status: {
      term: 'Nei tempi, a rischio, in ritardo',
      line: 'Lo stato si giudica sulla data promessa attuale; il ritardo si conta dalla prima, perciò un traguardo riprogrammato può essere nei tempi con giorni di ritardo.',
    },
    weight: {
      term: 'Promesso, raggiunto, peso',
      line: 'Quote dei traguardi, ciascuno con il suo peso: promesso quanto doveva essere raggiunto a oggi secondo le prime date, raggiunto quanto lo è. L’indice SPI è raggiunto ÷ promesso.',
    },
    evidence: {
      term: 'Prova e seconda persona',
      line: 'Una prova è un documento o un link che mostra il risultato; di norma una seconda persona la controlla prima che il traguardo valga come raggiunto.',
    },
    asOf: {
      term: 'Situazione al',
      line: 'Le pagine mostrano ciò che era noto in quel giorno, anche se poi è stato corretto.',
    },
    quotient: {
      term: 'Quoziente di localizzazione',
      line: 'Quota della zona divisa per la sua quota di popolazione: 1 = in proporzione agli abitanti, 2 = il doppio.',
    },
    periphery: {
      term: '‹Periphery›: su che cosa si calcola',
      line: 'La quota conta solo gli elementi di cui si conosce la zona; il numero senza zona è indicato accanto e non entra nel calcolo.',
    },
    money: {
      term: 'Stanziato, impegnato, pagato',
      line: 'Stanziato: previsto per uno scopo; impegnato: vincolato da un atto a un destinatario; pagato: versato. Un vincolo di destinazione fissa la quota minima per uno scopo.',
    },
    procedure: {
      term: 'Graduatoria, sportello, lotto',
      line: 'A graduatoria: vincono i punteggi più alti. A sportello: si va per ordine di arrivo finché ci sono fondi. Negoziale: si tratta con i soggetti. Bando a cascata: chi riceve fondi li riassegna. Lotto: ciascuno spazio messo a bando.',
    },
    criteria: {
      term: 'Soglia, minimo, premialità, scala',
      line: 'Soglia: punti totali per essere idonei. Minimo: punti richiesti in un criterio. Premialità: punti aggiuntivi. Scala: il voto massimo prima del peso.',
    },
    draw: {
      term: 'Sorteggio, seme, impronta',
      line: 'L’impronta pubblicata prima prova che il seme, e quindi l’esito del sorteggio, non è stato scelto dopo.',
    },
    aid: {
      term: 'De minimis e impresa unica',
      line: 'Aiuti pubblici ricevuti da tutte le imprese collegate, contate come una sola: al massimo 300.000\u00a0€ in tre anni.',
    },
    next: { term: 'Scorrimento', line: 'Chi rinuncia lascia il posto a chi segue in graduatoria.' },
    objections: {
      term: 'Osservazioni e ricorso',
      line: 'Si presentano all’ufficio del bando entro il termine indicato, dalla pagina della domanda; l’ufficio decide su ciascuna prima della graduatoria definitiva. Resta possibile il ricorso nei termini di legge.',
    },
    office: {
      term: 'Responsabile del procedimento',
      line: 'Nome e contatti sono nell’avviso ufficiale del bando; i quesiti si inviano da questa pagina.',
    },
    qualified: {
      term: 'Elenco qualificato',
      line: 'Laboratori di cui l’ufficio ha verificato i requisiti del programma, fino alla data indicata.',
    },
    passkey: {
      term: 'Passkey',
      line: 'Una chiave conservata nel dispositivo: si accede con impronta, volto o codice, senza password.',
    },
    okw: {
      term: 'Open Know-Where',
      line: 'Formato aperto internazionale per descrivere laboratori e macchine.',
    },
  },
} as const;
