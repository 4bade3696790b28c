// SPDX-License-Identifier: AGPL-3.0-or-later
export const indicators = {
  indicators: {
    readings: 'Ultima misura e misure precedenti, con data e fonte; nessun valore è una media',
    finding_one: '{{title}}; su 1 misura le fonti non concordano',
    finding_other: '{{title}}; su {{count}} misure le fonti non concordano',
    disagree: 'Per lo stesso periodo le fonti danno cifre diverse: {{values}}.',
    earlier: 'Altre misure',
    all: '{{count}} misure; la prima, {{from}}, era {{value}}',
    name: 'Indicatore',
    value: 'Valore',
    on: 'Data',
    source: 'Fonte',
    note: 'Nota',
    zone: '‹Zone›',
    target: 'obiettivo {{value}}',
    targetOn: 'obiettivo {{value}} entro il {{date}}',
  },
} as const;
