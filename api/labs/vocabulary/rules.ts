// SPDX-License-Identifier: AGPL-3.0-or-later

/** A term of the controlled vocabulary with its broader term and its equivalents elsewhere. */
export interface Term<K extends string = string> {
  key: K;
  name: { it: string; en: string };
  /** Broader term; null at the top level. */
  broader: K | null;
  /** Wikipedia article, the identifier used by Open Know-Where. */
  okw: string;
  /** Matching capability among the six of fablabs.io. */
  fablabsIo?: Capability;
}

export const capabilities = [
  'three_d_printing',
  'cnc_milling',
  'circuit_production',
  'laser',
  'precision_milling',
  'vinyl_cutting',
] as const;
export type Capability = (typeof capabilities)[number];

type Row<K extends string> = readonly [K, string | null, string, string, string, Capability?];

/** key, broader term, Italian, English, article, capability. */
const processRows = [
  ['additive', null, 'Manifattura additiva', 'Additive manufacturing', '3D_printing', 'three_d_printing'],
  ['fdm-printing', 'additive', 'Stampa 3D a filamento', 'Filament 3D printing', 'Fused_filament_fabrication'],
  ['resin-printing', 'additive', 'Stampa 3D a resina', 'Resin 3D printing', 'Stereolithography'],
  ['powder-printing', 'additive', 'Stampa 3D a polvere', 'Powder 3D printing', 'Selective_laser_sintering'],
  ['metal-printing', 'additive', 'Stampa 3D di metallo', 'Metal 3D printing', 'Selective_laser_melting'],
  ['clay-printing', 'additive', 'Stampa 3D di argilla', 'Clay 3D printing', 'Robocasting'],
  ['machining', null, 'Lavorazione a macchina', 'Machining', 'Machining'],
  ['cnc-milling', 'machining', 'Fresatura CNC', 'CNC milling', 'Milling_(machining)', 'cnc_milling'],
  ['cnc-routing', 'cnc-milling', 'Pantografo CNC', 'CNC routing', 'CNC_router'],
  [
    'precision-milling',
    'cnc-milling',
    'Fresatura di precisione',
    'Precision milling',
    'Micromachinery',
    'precision_milling',
  ],
  ['turning', 'machining', 'Tornitura', 'Turning', 'Turning'],
  ['drilling', 'machining', 'Foratura', 'Drilling', 'Drilling'],
  ['cutting', null, 'Taglio', 'Cutting', 'Cutting'],
  ['laser-cutting', 'cutting', 'Taglio laser', 'Laser cutting', 'Laser_cutting', 'laser'],
  ['laser-engraving', 'cutting', 'Incisione laser', 'Laser engraving', 'Laser_engraving', 'laser'],
  ['vinyl-cutting', 'cutting', 'Taglio vinile', 'Vinyl cutting', 'Vinyl_cutter', 'vinyl_cutting'],
  ['waterjet-cutting', 'cutting', 'Taglio a getto d’acqua', 'Water jet cutting', 'Water_jet_cutter'],
  ['plasma-cutting', 'cutting', 'Taglio al plasma', 'Plasma cutting', 'Plasma_cutting'],
  ['hot-wire-cutting', 'cutting', 'Taglio a filo caldo', 'Hot-wire cutting', 'Hot-wire_foam_cutter'],
  ['sawing', 'cutting', 'Taglio con sega', 'Sawing', 'Saw'],
  ['forming', null, 'Formatura', 'Forming', 'Forming_(metalworking)'],
  ['bending', 'forming', 'Piegatura', 'Bending', 'Bending_(metalworking)'],
  ['thermoforming', 'forming', 'Termoformatura', 'Thermoforming', 'Thermoforming'],
  ['moulding', null, 'Stampi e colate', 'Moulding and casting', 'Molding_(process)'],
  ['casting', 'moulding', 'Colata', 'Casting', 'Casting'],
  ['injection-moulding', 'moulding', 'Stampaggio a iniezione', 'Injection moulding', 'Injection_moulding'],
  ['joining', null, 'Giunzione', 'Joining', 'Joining_technology'],
  ['welding', 'joining', 'Saldatura di metalli', 'Welding', 'Welding'],
  ['electronics', null, 'Elettronica', 'Electronics', 'Electronics_manufacturing_services', 'circuit_production'],
  ['circuit-making', 'electronics', 'Produzione di circuiti', 'Circuit making', 'Printed_circuit_board'],
  ['soldering', 'electronics', 'Saldatura elettronica', 'Soldering', 'Soldering'],
  ['component-placing', 'electronics', 'Montaggio di componenti', 'Pick and place', 'Pick-and-place_machine'],
  ['textile-work', null, 'Lavorazione tessile', 'Textile work', 'Textile_manufacturing'],
  ['sewing', 'textile-work', 'Cucito', 'Sewing', 'Sewing'],
  ['embroidery', 'textile-work', 'Ricamo', 'Embroidery', 'Machine_embroidery'],
  ['knitting', 'textile-work', 'Maglieria', 'Knitting', 'Knitting'],
  ['weaving', 'textile-work', 'Tessitura', 'Weaving', 'Weaving'],
  ['printing', null, 'Stampa', 'Printing', 'Printing'],
  ['screen-printing', 'printing', 'Serigrafia', 'Screen printing', 'Screen_printing'],
  ['large-format-printing', 'printing', 'Stampa di grande formato', 'Large-format printing', 'Wide-format_printer'],
  ['uv-printing', 'printing', 'Stampa UV', 'UV printing', 'UV_printing'],
  ['woodworking', null, 'Falegnameria', 'Woodworking', 'Woodworking'],
  ['ceramics-making', null, 'Ceramica', 'Ceramics', 'Ceramic_forming_techniques'],
  ['finishing', null, 'Finitura', 'Finishing', 'Surface_finishing'],
  ['painting', 'finishing', 'Verniciatura', 'Painting', 'Spray_painting'],
  ['sandblasting', 'finishing', 'Sabbiatura', 'Sandblasting', 'Abrasive_blasting'],
  ['scanning', null, 'Scansione 3D', '3D scanning', '3D_scanning'],
] as const satisfies readonly Row<string>[];

const materialRows = [
  ['wood', null, 'Legno', 'Wood', 'Wood'],
  ['plywood', 'wood', 'Compensato', 'Plywood', 'Plywood'],
  ['mdf', 'wood', 'MDF', 'MDF', 'Medium-density_fibreboard'],
  ['solid-wood', 'wood', 'Legno massello', 'Solid wood', 'Solid_wood'],
  ['balsa', 'wood', 'Balsa', 'Balsa', 'Ochroma'],
  ['cork', 'wood', 'Sughero', 'Cork', 'Cork_(material)'],
  ['plastics', null, 'Plastica', 'Plastics', 'Plastic'],
  ['acrylic', 'plastics', 'Plexiglas', 'Acrylic', 'Poly(methyl_methacrylate)'],
  ['abs', 'plastics', 'ABS', 'ABS', 'Acrylonitrile_butadiene_styrene'],
  ['pla', 'plastics', 'PLA', 'PLA', 'Polylactic_acid'],
  ['petg', 'plastics', 'PETG', 'PETG', 'Polyethylene_terephthalate'],
  ['nylon', 'plastics', 'Nylon', 'Nylon', 'Nylon'],
  ['polycarbonate', 'plastics', 'Policarbonato', 'Polycarbonate', 'Polycarbonate'],
  ['vinyl', 'plastics', 'Vinile', 'Vinyl', 'Polyvinyl_chloride'],
  ['resin', 'plastics', 'Resina', 'Resin', 'Synthetic_resin'],
  ['foam', 'plastics', 'Schiuma', 'Foam', 'Foam'],
  ['laminates', 'plastics', 'Laminati', 'Laminates', 'Laminate'],
  ['rubber', null, 'Gomma', 'Rubber', 'Natural_rubber'],
  ['metals', null, 'Metallo', 'Metals', 'Metal'],
  ['steel', 'metals', 'Acciaio', 'Steel', 'Steel'],
  ['aluminium', 'metals', 'Alluminio', 'Aluminium', 'Aluminium'],
  ['brass', 'metals', 'Ottone', 'Brass', 'Brass'],
  ['copper', 'metals', 'Rame', 'Copper', 'Copper'],
  ['paper', null, 'Carta', 'Paper', 'Paper'],
  ['cardboard', 'paper', 'Cartone', 'Cardboard', 'Cardboard'],
  ['textiles', null, 'Tessuti', 'Textiles', 'Textile'],
  ['felt', 'textiles', 'Feltro', 'Felt', 'Felt'],
  ['leather', null, 'Pelle', 'Leather', 'Leather'],
  ['clay', null, 'Argilla', 'Clay', 'Clay'],
  ['glass', null, 'Vetro', 'Glass', 'Glass'],
  ['stone', null, 'Pietra', 'Stone', 'Rock_(geology)'],
  ['composites', null, 'Compositi', 'Composites', 'Composite_material'],
] as const satisfies readonly Row<string>[];

export type ProcessTerm = (typeof processRows)[number][0];
export type MaterialTerm = (typeof materialRows)[number][0];

const termsOf = <K extends string>(rows: readonly Row<K>[]): readonly Term<K>[] =>
  rows.map(([key, broader, it, en, article, fablabsIo]) => ({
    key,
    broader: broader as K | null,
    name: { it, en },
    okw: `https://en.wikipedia.org/wiki/${article}`,
    ...(fablabsIo ? { fablabsIo } : {}),
  }));

export const processes = termsOf<ProcessTerm>(processRows);
export const materials = termsOf<MaterialTerm>(materialRows);
export const processKeys = processRows.map(([key]) => key) as [ProcessTerm, ...ProcessTerm[]];
export const materialKeys = materialRows.map(([key]) => key) as [MaterialTerm, ...MaterialTerm[]];

/** A term and all its narrower terms. */
export function withNarrower<K extends string>(terms: readonly Term<K>[], key: K): K[] {
  const below = terms.filter(({ broader }) => broader === key);
  return [key, ...below.flatMap((term) => withNarrower(terms, term.key))];
}

/** A term and all its broader terms, nearest first. */
export function withBroader<K extends string>(terms: readonly Term<K>[], key: K): K[] {
  const term = terms.find((one) => one.key === key);
  return term ? [key, ...(term.broader === null ? [] : withBroader(terms, term.broader))] : [];
}

/** fablabs.io capability of a process: its own or that of the nearest broader term. */
export function capabilityOf(process: ProcessTerm): Capability | null {
  const found = withBroader(processes, process).map((key) => processes.find((term) => term.key === key)?.fablabsIo);
  return found.find((one) => one !== undefined) ?? null;
}

const plain = (words: string) => words.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/[’']/g, ' ');

/** Trigrams of every word of a text, as in pg_trgm. */
function trigrams(words: string): Set<string> {
  const padded = plain(words)
    .split(/[^a-z0-9]+/)
    .filter(Boolean)
    .map((word) => `  ${word} `);
  return new Set(padded.flatMap((word) => [...word].slice(2).map((_, at) => word.slice(at, at + 3))));
}

/** Share (0–1) of the query's trigrams that occur in the text. */
export function likeness(typed: string, words: string): number {
  const sought = trigrams(typed);
  const there = trigrams(words);
  return sought.size === 0 ? 0 : [...sought].filter((one) => there.has(one)).length / sought.size;
}

/** Minimum similarity for a misspelt word to match. */
const likeEnough = 0.55;

/** Terms that match the query in either language, with their narrower terms. */
export function termsMeant<K extends string>(terms: readonly Term<K>[], typed: string): K[] {
  const met = terms.filter(({ name }) => Math.max(likeness(typed, name.it), likeness(typed, name.en)) >= likeEnough);
  return [...new Set(met.flatMap(({ key }) => withNarrower(terms, key)))];
}
