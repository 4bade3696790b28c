// SPDX-License-Identifier: AGPL-3.0-or-later
import { bare } from '../../platform/records/rules.ts';
import { plain, type Reason } from '../import/rules.ts';
import { type MaterialTerm, materials, type ProcessTerm, processKeys } from '../vocabulary/rules.ts';

/** Manufacturers' terms for materials, in addition to the vocabulary and its plurals. */
const alsoCalled: Partial<Record<MaterialTerm, string>> = {
  wood: 'legni|timber|veneer|impiallacciato',
  plywood: 'ply|multistrato|compensati',
  mdf: 'medium density fibreboard|fibra di legno',
  'solid-wood': 'hardwood|softwood|massello',
  plastics: 'plastiche|polymer|polimero|polimeri|polyester|polystyrene|poliestere|polistirolo|pet film|mylar',
  acrylic: 'acrilico|acrilici|plexiglass|pmma|perspex',
  nylon: 'polyamide|poliammide|pa12|pa6',
  polycarbonate: 'pc',
  vinyl: 'vinili|pvc',
  resin: 'resine|photopolymer|fotopolimero',
  foam: 'schiume|eva|polyurethane|poliuretano|styrofoam',
  laminates: 'laminato',
  rubber: 'gomme|silicone',
  metals: 'metalli|alloy|lega|leghe|titanium|titanio|silver|argento|gold|oro',
  steel: 'acciai|inox|iron|ferro',
  aluminium: 'aluminum|allumini',
  copper: 'rami',
  paper: 'carte|papier',
  cardboard: 'card|cardstock|greyboard|cartoncino|cartoni',
  textiles: 'textile|tessuto|tessile|tessili|fabric|cloth|stoffa|stoffe|cotton|cotone',
  leather: 'pelli|cuoio',
  clay: 'argille|ceramic|ceramica',
  glass: 'vetri',
  stone: 'pietre|marble|marmo|granite|granito|slate|ardesia',
  composites: 'composite|composito|carbon fibre|carbon fiber|fibra di carbonio|fibreglass|vetroresina',
};

const wordsOf = (phrase: string) =>
  plain(phrase)
    .split(/[^a-z0-9]+/)
    .filter(Boolean);

/** All material names, longest first, so that "carbon fibre" is matched before "carbon". */
const names: readonly { words: string[]; key: MaterialTerm }[] = materials
  .flatMap(({ key, name }) =>
    [key.replaceAll('-', ' '), name.it, name.en, ...(alsoCalled[key]?.split('|') ?? [])].map((one) => ({
      words: wordsOf(one),
      key,
    })),
  )
  .toSorted((a, b) => b.words.length - a.words.length);

const singular = (word: string) => word.replace(/(?<=[a-z]{2})(?:(?<=s|x|ch|sh)es|(?<!s)s)$/, '');
const sameWord = (one: string, other: string) => one === other || singular(one) === singular(other);

/** Terms in a phrase; each word is used for one term only. */
function termsIn(phrase: string): MaterialTerm[] {
  const left: (string | null)[] = wordsOf(phrase);
  const found: MaterialTerm[] = [];
  for (const { words, key } of names) {
    const at = left.findIndex((_, from) =>
      words.every((word, offset) => left[from + offset] && sameWord(left[from + offset] ?? '', word)),
    );
    if (at < 0) continue;
    left.fill(null, at, at + words.length);
    found.push(key);
  }
  return found;
}

/** Materials of a cell by the controlled vocabulary, and its unknown phrases. */
export function materialsIn(cell: string | null): { materials: MaterialTerm[]; unmapped: string[] } {
  const bare = (cell ?? '').replace(/\([^)]*\)/g, ' ');
  const phrases = bare
    .split(/[,;/]|\s(?:and|e|ed|including|compresi|inclusi)\s/i)
    .map((phrase) => phrase.trim())
    // A group heading names no material itself.
    .filter((phrase) => phrase !== '' && !/^(sheet )?materials?$|^materiali( in lastra)?$/i.test(phrase));
  const met = phrases.map((phrase) => ({ phrase, terms: termsIn(phrase) }));
  const order = materials.map(({ key }) => key);
  const all = new Set(met.flatMap(({ terms }) => terms));
  return {
    materials: order.filter((key) => all.has(key)),
    unmapped: met.filter(({ terms }) => terms.length === 0).map(({ phrase }) => phrase),
  };
}

const toMm: Record<string, number> = { mm: 1, cm: 10, m: 1000, in: 25.4, inch: 25.4, '"': 25.4 };

interface Area {
  width_mm: number | null;
  depth_mm: number | null;
  height_mm: number | null;
}

/** Parses a working area such as "1245 x 710 mm" to millimetres; null if unreadable. An endless side is unknown. */
export function areaIn(cell: string | null): Area | null {
  const none = { width_mm: null, depth_mm: null, height_mm: null };
  if (cell === null || cell.trim() === '') return none;
  const sides = cell
    .trim()
    .toLowerCase()
    .split(/\s*[x×*]\s*/);
  if (sides.length < 2 || sides.length > 3) return null;
  const form = /^(\d+(?:[.,]\d+)?)\s*(mm|cm|m|in|inch|")?$/;
  const read = sides.map((side) => form.exec(side));
  if (read.some((side, at) => !side && sides[at]?.replace(/\s*mm$/, '') !== '∞')) return null;
  // A unit after the last side applies to all sides.
  const last = read.findLast((side) => side?.[2])?.[2] ?? 'mm';
  const lengths = read.map(
    (side) => side && Math.round(Number(side[1]?.replace(',', '.')) * (toMm[side[2] ?? last] ?? 1)),
  );
  if (lengths.some((mm) => mm !== null && (mm < 1 || mm > 100_000))) return null;
  const [width_mm = null, depth_mm = null, height_mm = null] = lengths;
  return { width_mm, depth_mm, height_mm };
}

/** Manufacturers' names for the columns. */
const headings: Record<string, readonly string[]> = {
  key: ['key'],
  process: ['process', 'processo'],
  brand: ['brand', 'make', 'maker', 'manufacturer', 'marca', 'produttore'],
  model: ['model', 'name', 'modello', 'nome'],
  area: ['working area', 'work area', 'area', 'area di lavoro', 'bed size', 'build volume'],
  width_mm: ['width_mm'],
  depth_mm: ['depth_mm'],
  height_mm: ['height_mm'],
  materials: ['materials', 'material', 'materiali'],
  type: ['laser type', 'type', 'tipo'],
  source: ['source'],
};

/** Maps the file's columns to catalogue columns; the rest is reported as ignored. */
/** Every heading that means something, without capitals, accents and signs. */
export const knownHeadings: readonly string[] = Object.values(headings).flat().map(bare);

export function columnsIn(heading: readonly string[]): { at: Record<string, string>; ignored: string[] } {
  const entries = Object.entries(headings).flatMap(([name, called]) => {
    const found = heading.find((one) => called.includes(plain(one).replace(/^\uFEFF/, '')));
    return found ? [[name, found] as const] : [];
  });
  const at = Object.fromEntries(entries);
  return { at, ignored: heading.filter((one) => !Object.values(at).includes(one)) };
}

export interface GivenModel {
  row: number;
  name: string;
  /** The row names the process itself. */
  saysProcess: boolean;
  /** Values by catalogue column. */
  values: { brand: string; model: string; process: ProcessTerm; materials: MaterialTerm[] } & Area &
    Record<string, unknown>;
  refused: Reason[];
  notes: Reason[];
}

type Cells = Readonly<Record<string, string | null>>;

function sizeIn(cells: Cells, at: Record<string, string>): Area | null {
  if (at.area) return areaIn(cells[at.area] ?? null);
  const side = (name: string) => (at[name] ? (cells[at[name]] ?? '') : '');
  const sides = ['width_mm', 'depth_mm', 'height_mm'].map(side);
  if (sides.some((one) => !/^([1-9]\d{0,4})?$/.test(one))) return null;
  const [width_mm = null, depth_mm = null, height_mm = null] = sides.map((one) => (one === '' ? null : Number(one)));
  return { width_mm, depth_mm, height_mm };
}

/** One machine of a file. */
export function modelIn(row: number, cells: Cells, at: Record<string, string>, usual: ProcessTerm): GivenModel {
  const told = (name: string) => (at[name] ? (cells[at[name]]?.trim() ?? '') : '');
  const [brand, model, type] = [told('brand'), told('model'), told('type')];
  const { materials: found, unmapped } = materialsIn(told('materials'));
  const size = sizeIn(cells, at);
  const own = told('process');
  const process = processKeys.find((known) => known === own) ?? usual;
  const lacking = [brand === '' && 'brand', model === '' && 'model'].filter((name) => name !== false);
  const long = [brand.length > 80 && 'brand', model.length > 120 && 'model'].filter((name) => name !== false);
  return {
    row,
    name: `${brand} ${model}`.trim(),
    saysProcess: own !== '',
    values: {
      brand,
      model,
      process,
      ...(size ?? { width_mm: null, depth_mm: null, height_mm: null }),
      materials: found,
      note: type === '' ? null : { it: `Tipo: ${type}`, en: `Type: ${type}` },
    },
    refused: [
      ...lacking.map((name) => ({ name, code: 'missing' as const })),
      ...long.map((name) => ({ name, code: 'out-of-range' as const })),
      ...(own !== '' && own !== process ? [{ name: 'process', code: 'unknown-value' as const }] : []),
    ],
    notes: [
      ...(size ? [] : [{ name: 'area', code: 'unread' as const, about: told('area') }]),
      ...unmapped.map((phrase) => ({ name: 'materials', code: 'unmapped' as const, about: phrase })),
    ],
  };
}
