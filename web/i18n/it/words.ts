// SPDX-License-Identifier: AGPL-3.0-or-later
export const words = {
  format: {
    days_one: '{{figure}}\u00a0giorno',
    days_other: '{{figure}}\u00a0giorni',
    billion: 'Mrd',
    firstDay: '1° ',
    quarter: '{{part}}°\u00a0trimestre {{year}}',
    halfYear1: '1°\u00a0semestre {{year}}',
    halfYear2: '2°\u00a0semestre {{year}}',
    cycle: 'entro il semestre',
  },
  status: {
    'reached-on-time': 'raggiunto',
    'reached-late': 'raggiunto in ritardo',
    late: 'in ritardo',
    'at-risk': 'a rischio',
    'on-track': 'nei tempi',
    withdrawn: 'ritirato',
    'not-recorded': 'esito non registrato',
  },
  statusLine: {
    reached: 'raggiunto il {{date}}',
    reachedLate: 'raggiunto il {{date}}, {{delay}} dopo l’impegno',
    late: 'in ritardo di {{delay}}',
    forecast: 'previsto {{date}}',
    forecastLate: 'previsto {{date}}, +{{delay}}',
  },
  milestone: {
    name: 'Traguardo',
    area: 'Area',
    first: 'Primo impegno',
    inForce: 'Impegno in vigore',
    forecast: 'Previsione',
    doneOn: 'Raggiunto il',
    status: 'Stato',
    delay: 'Ritardo in giorni',
  },
} as const;
