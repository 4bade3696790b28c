// SPDX-License-Identifier: AGPL-3.0-or-later
export const indicators = {
  indicators: {
    readings: 'L’ultima misura, poi le altre letture, ciascuna con la sua data e la sua fonte; niente è una media',
    finding_one: '{{title}}; su una misura le fonti non concordano',
    finding_other: '{{title}}; su {{count}} misure le fonti non concordano',
    disagree: 'Per lo stesso periodo le fonti danno cifre diverse: {{values}}.',
    earlier: 'Altre letture',
    all: '{{count}} letture; la prima, {{from}}, era {{value}}',
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
