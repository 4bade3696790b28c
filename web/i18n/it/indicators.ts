// SPDX-License-Identifier: AGPL-3.0-or-later
export const indicators = {
  indicators: {
    readings: 'Ogni misura, con la sua data e la sua fonte',
    title_one: 'Una cosa misurata',
    title_other: '{{count}} cose misurate',
    disagree: 'Le fonti non concordano: {{values}}.',
    differs: 'Le letture non coincidono',
    earlier: 'Altre letture',
    all: '{{count}} letture dal {{from}}',
    name: 'Indicatore',
    value: 'Valore',
    on: 'Data',
    source: 'Fonte',
    note: 'Nota',
    zone: 'Zona',
    target: 'obiettivo {{value}}',
    targetOn: 'obiettivo {{value}} entro il {{date}}',
    baseline: 'base',
  },
} as const;
