// SPDX-License-Identifier: AGPL-3.0-or-later
import { plain } from '../../labs/import/rules.ts';

/** Normalised heading or word, without accents, brackets and signs: "Superficie (m²)" becomes "superficie m2". */
const bare = (words: string): string =>
  plain(words)
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();

/** Italian names of the columns. */
const columns: Record<string, readonly string[]> = {
  key: ['codice', 'id', 'identificativo'],
  version: ['versione'],
  name_it: ['nome', 'denominazione', 'immobile'],
  name_en: ['nome inglese'],
  kind: ['tipo', 'tipologia'],
  owner_kind: ['proprieta', 'tipo di proprieta'],
  owner: ['proprietario'],
  summary_it: ['descrizione'],
  summary_en: ['descrizione inglese'],
  state: ['stato'],
  state_since: ['stato dal'],
  state_reason_it: ['motivo', 'motivo dello stato'],
  zone: ['zona', 'quartiere', 'municipio'],
  address: ['indirizzo', 'ubicazione'],
  latitude: ['latitudine', 'lat'],
  longitude: ['longitudine', 'lon', 'lng'],
  blur_m: ['raggio del velo m', 'luogo velato m'],
  floor_area_m2: ['superficie m2', 'superficie', 'superficie mq', 'mq', 'm2'],
  floors: ['piani', 'numero di piani'],
  last_use_it: ['ultimo uso', 'ultima destinazione'],
  last_use_en: ['ultimo uso inglese'],
  disused_since: ['dismesso dal', 'in disuso dal', 'anno di dismissione'],
  condition: ['condizioni', 'stato di conservazione'],
  energy_class: ['classe energetica'],
  accessibility: ['accessibilita', 'accessibile'],
  utilities: ['utenze', 'impianti'],
  admitted_uses: ['usi ammessi', 'destinazioni ammesse'],
  constraints: ['vincoli'],
  works_it: ['lavori', 'lavori necessari'],
  works_eur: ['costo dei lavori', 'costo dei lavori euro', 'stima dei lavori'],
  rent_eur_year: ['canone', 'canone annuo', 'canone annuo euro'],
  available_from: ['disponibile dal'],
  available_to: ['disponibile al', 'disponibile fino al'],
  reports: ['segnalazioni'],
  source: ['fonte'],
  note_it: ['nota', 'note'],
};

const columnOf = new Map(
  Object.entries(columns).flatMap(([name, said]) => said.map((words) => [words, name] as const)),
);

/** Column named by a heading, in its own name or in Italian. */
export const columnNamed = (heading: string): string => columnOf.get(bare(heading)) ?? heading;

const yes = { si: 'yes', 'in parte': 'partly', parziale: 'partly', no: 'no' };
/** Italian names of enumerated values. */
const values: Record<string, Record<string, string>> = {
  owner_kind: { pubblica: 'public', pubblico: 'public', privata: 'private', privato: 'private' },
  kind: {
    edificio: 'building',
    'piano terra': 'ground-floor',
    'area libera': 'open-area',
    capannone: 'shed',
    lotto: 'lot',
    altro: 'other',
  },
  state: {
    censito: 'surveyed',
    verificato: 'verified',
    disponibile: 'available',
    'in un bando': 'in-call',
    assegnato: 'assigned',
    'in uso': 'in-use',
    restituito: 'returned',
    ritirato: 'withdrawn',
  },
  condition: {
    'pronto all uso': 'ready',
    buono: 'ready',
    'lavori leggeri': 'minor-works',
    'lavori importanti': 'major-works',
    inagibile: 'unsafe',
  },
  accessibility: yes,
  utilities: {
    acqua: 'water',
    luce: 'electricity',
    elettricita: 'electricity',
    trifase: 'three-phase',
    riscaldamento: 'heating',
    fognatura: 'sewer',
    rete: 'internet',
    ascensore: 'lift',
  },
  admitted_uses: {
    artigianato: 'craft',
    produzione: 'manufacturing',
    laboratorio: 'laboratory',
    commercio: 'trade',
    uffici: 'offices',
    cultura: 'culture',
    sociale: 'social',
    formazione: 'training',
    ristorazione: 'food',
    deposito: 'storage',
    temporaneo: 'temporary',
  },
  constraints: {
    monumentale: 'heritage',
    paesaggistico: 'landscape',
    suolo: 'soil',
    amianto: 'asbestos',
    strutturale: 'structure',
    rumore: 'noise',
    locazione: 'lease',
    urbanistico: 'planning',
  },
};
const lists = ['utilities', 'admitted_uses', 'constraints'];

/** Parses an Italian date, or a year as its last day. */
function dayIn(words: string): string {
  const [, day, month, year] = /^(\d{1,2})[/.](\d{1,2})[/.](\d{4})$/.exec(words) ?? [];
  if (day && month && year) return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return /^\d{4}$/.test(words) ? `${words}-12-31` : words;
}

const isDate = (column: string) => /_(since|from|to)$/.test(column);

/** Values of a cell in the vocabulary of the table. */
function valueNamed(column: string, words: string): string {
  if (isDate(column)) return dayIn(words);
  const known = values[column];
  if (!known) return words;
  const named = (one: string) => known[bare(one)] ?? one.trim();
  return lists.includes(column)
    ? words
        .split(/[;,\s]+/)
        .filter(Boolean)
        .map(named)
        .join(' ')
    : named(words);
}

type Cells = Record<string, string | null>;

/** Converts a row with English or Italian headings to columns and values of the table. */
export function cellsNamed(cells: Cells): Cells {
  const named = Object.entries(cells).map(([heading, words]) => {
    const column = columnNamed(heading);
    return [column, words === null ? null : valueNamed(column, words)] as const;
  });
  const year = Object.entries(cells).some(
    ([heading, words]) => columnNamed(heading) === 'disused_since' && /^\d{4}$/.test(words?.trim() ?? ''),
  );
  return { ...(year ? { disused_precision: 'year' } : {}), ...Object.fromEntries(named) };
}
