// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Choices } from '../../platform/fields/rules.ts';

export const spaceKindWords = {
  building: { it: 'edificio', en: 'building', also: ['palazzo', 'palazzina', 'fabbricato'] },
  'ground-floor': { it: 'piano terra', en: 'ground floor', also: ['negozio', 'bottega', 'shop'] },
  'open-area': { it: 'area libera', en: 'open area', also: ['area', 'area scoperta'] },
  shed: { it: 'capannone', en: 'shed', also: ['magazzino', 'warehouse'] },
  lot: { it: 'lotto', en: 'lot' },
  other: { it: 'altro', en: 'other' },
} as const satisfies Choices;

export const ownerKindWords = {
  public: { it: 'pubblica', en: 'public', also: ['pubblico'] },
  private: { it: 'privata', en: 'private', also: ['privato'] },
} as const satisfies Choices;

/** States on the way back to use, in order. */
export const spaceStateWords = {
  surveyed: { it: 'censito', en: 'surveyed' },
  verified: { it: 'verificato', en: 'verified' },
  available: { it: 'disponibile', en: 'available' },
  'in-call': { it: 'in un bando', en: 'in a call' },
  assigned: { it: 'assegnato', en: 'awarded', also: ['assigned'] },
  'in-use': { it: 'in uso', en: 'in use' },
  returned: { it: 'restituito', en: 'returned' },
  withdrawn: { it: 'ritirato', en: 'withdrawn' },
} as const satisfies Choices;

export const conditionWords = {
  ready: { it: 'pronto all’uso', en: 'ready for use', also: ['buono', 'good'] },
  'minor-works': { it: 'servono lavori leggeri', en: 'needs minor works', also: ['lavori leggeri', 'minor works'] },
  'major-works': {
    it: 'servono lavori importanti',
    en: 'needs major works',
    also: ['lavori importanti', 'major works'],
  },
  unsafe: { it: 'inagibile', en: 'unsafe' },
} as const satisfies Choices;

const same = (letters: string) => ({ it: letters, en: letters });
/** Classes of the energy performance certificate (APE, D.M. 26 June 2015). */
export const energyClassWords = {
  A4: same('A4'),
  A3: same('A3'),
  A2: same('A2'),
  A1: same('A1'),
  B: same('B'),
  C: same('C'),
  D: same('D'),
  E: same('E'),
  F: same('F'),
  G: same('G'),
} as const satisfies Choices;

export const utilityWords = {
  water: { it: 'acqua', en: 'water' },
  electricity: { it: 'elettricità', en: 'electricity', also: ['luce', 'corrente'] },
  'three-phase': { it: 'corrente trifase', en: 'three-phase current', also: ['trifase'] },
  gas: { it: 'gas', en: 'gas' },
  heating: { it: 'riscaldamento', en: 'heating' },
  sewer: { it: 'fognatura', en: 'sewer' },
  internet: { it: 'rete veloce', en: 'fast internet', also: ['rete', 'fibra'] },
  lift: { it: 'ascensore o montacarichi', en: 'lift or hoist', also: ['ascensore', 'montacarichi', 'hoist'] },
} as const satisfies Choices;

export const admittedUseWords = {
  craft: { it: 'artigianato', en: 'crafts' },
  manufacturing: { it: 'produzione', en: 'manufacturing' },
  laboratory: { it: 'laboratorio', en: 'laboratory' },
  trade: { it: 'commercio', en: 'trade' },
  offices: { it: 'uffici', en: 'offices', also: ['ufficio'] },
  culture: { it: 'cultura', en: 'culture' },
  social: { it: 'attività sociali', en: 'social activities', also: ['sociale'] },
  training: { it: 'formazione', en: 'training' },
  food: { it: 'cibo', en: 'food', also: ['ristorazione'] },
  storage: { it: 'deposito', en: 'storage' },
  sport: { it: 'sport', en: 'sport' },
  temporary: { it: 'usi temporanei', en: 'temporary uses', also: ['temporaneo', 'uso temporaneo'] },
} as const satisfies Choices;

export const constraintWords = {
  heritage: { it: 'monumentale', en: 'heritage' },
  landscape: { it: 'paesaggistico', en: 'landscape' },
  soil: { it: 'suolo da bonificare', en: 'soil to be remediated', also: ['suolo', 'bonifica'] },
  asbestos: { it: 'amianto', en: 'asbestos' },
  structure: { it: 'strutturale', en: 'structure' },
  noise: { it: 'rumore', en: 'noise' },
  lease: { it: 'contratto in corso', en: 'contract in force', also: ['locazione'] },
  planning: { it: 'urbanistico', en: 'planning' },
} as const satisfies Choices;
