// SPDX-License-Identifier: AGPL-3.0-or-later
// Calls, spaces and firms of the sample city; all fictitious.
import { type ApplicationContent, emptyContent } from '../../calls/applications/rules.ts';
import { type CallPlan, templateOf } from '../../calls/drafting/rules.ts';
import { isVatNumber } from '../../calls/firms/rules.ts';

/** name · project */
const firms: readonly (readonly [name: string, project: string])[] = [
  ['Ceramiche Lanterna', 'Un laboratorio di ceramica con un forno condiviso, aperto al quartiere il sabato.'],
  ['Telaio Nuovo', 'Tessitura su misura con telai digitali, e corsi per chi vuole rientrare al lavoro.'],
  ['Officina del Pedale', 'Telai di bicicletta saldati in città, con acciaio recuperato.'],
  ['Legno Vivo', 'Mobili da legno di potature urbane, tagliati con una fresa a controllo numerico.'],
  ['Stampa Larga', 'Stampa tessile ad acqua, in piccole serie, per chi progetta in città.'],
  ['Luce Bassa', 'Lampade riparabili, con parti stampate e garanzia di dieci anni.'],
  ['Cuoio e Filo', 'Borse da scarti di conceria, con un banco di prova per gli studenti.'],
  ['Meccanica Porta', 'Piccole macchine per laboratori: banchi, morse, presse leggere.'],
  ['Vetro Quieto', 'Vetro soffiato e riciclo delle bottiglie dei locali vicini.'],
  ['Pane e Argilla', 'Forni per panetterie di quartiere, costruiti e mantenuti qui.'],
  ['Suono Vicino', 'Strumenti musicali e loro riparazione, con una bottega aperta.'],
  ['Carta Seconda', 'Carta fatta a mano da scarti di stamperia, per legatorie e scuole.'],
];

export interface SampleCall {
  kind: 'space' | 'investment' | 'voucher' | 'cascade' | 'challenge';
  it: string;
  en: string;
  summaryIt: string;
  summaryEn: string;
  /** Index of the area. */
  area: number;
  /** Days from today. */
  published: number;
  opens: number;
  closes: number;
  budgetEur: number | null;
  /** Number of spaces offered. */
  lots: number;
  applicants: number;
  /** Days from today of the published rankings, and of the deadline for objections to the first. */
  provisional?: number;
  objections?: number;
  final?: number;
  /** True if an assignee gave up and the ranking was continued. */
  next?: number;
}

export const runCalls: readonly SampleCall[] = [
  {
    kind: 'investment',
    it: 'Prima macchina, secondo turno',
    en: 'First machine, second round',
    summaryIt: 'Contributi per la prima macchina di chi apre bottega.',
    summaryEn: 'Grants for the first machine of those who open a workshop.',
    area: 4,
    published: -380,
    opens: -372,
    closes: -335,
    budgetEur: 160_000,
    lots: 0,
    applicants: 6,
    provisional: -320,
    objections: -312,
    final: -305,
  },
  {
    kind: 'space',
    it: 'Botteghe del mercato coperto',
    en: 'Workshops in the covered market',
    summaryIt: 'Tre spazi pubblici vuoti da anni, per chi produce e apre la porta al quartiere.',
    summaryEn:
      'Three public spaces empty for years, for those who make things and open their door to the neighbourhood.',
    area: 3,
    published: -240,
    opens: -232,
    closes: -190,
    budgetEur: null,
    lots: 3,
    applicants: 7,
    provisional: -165,
    objections: -155,
    final: -150,
    next: -140,
  },
  {
    kind: 'investment',
    it: 'Macchine a basso consumo',
    en: 'Machines that use less',
    summaryIt: 'Contributi a fondo perduto per cambiare macchine e impianti.',
    summaryEn: 'Grants to replace machines and plant.',
    area: 4,
    published: -70,
    opens: -65,
    closes: -22,
    budgetEur: 180_000,
    lots: 0,
    applicants: 8,
    provisional: -3,
    objections: 9,
  },
  {
    kind: 'cascade',
    it: 'Materiali di recupero in prova',
    en: 'Recovered materials on trial',
    summaryIt: 'Progetti di ricerca tra imprese e laboratori sui materiali di scarto.',
    summaryEn: 'Research projects of firms and labs on waste materials.',
    area: 4,
    published: -50,
    opens: -45,
    closes: -6,
    budgetEur: 240_000,
    lots: 0,
    applicants: 5,
  },
  {
    kind: 'voucher',
    it: 'Voucher per il primo prototipo',
    en: 'Vouchers for the first prototype',
    summaryIt: 'A sportello: da 20 a 60 mila euro per provare un’idea in un laboratorio della rete.',
    summaryEn: 'First come, first served: 20 to 60 thousand euro to try an idea in a lab of the network.',
    area: 4,
    published: -14,
    opens: -9,
    closes: 21,
    budgetEur: 200_000,
    lots: 0,
    applicants: 9,
  },
  {
    kind: 'space',
    it: 'Capannone di via dei Tigli',
    en: 'Shed in via dei Tigli',
    summaryIt: 'Due spazi da riaprire insieme a chi abita intorno.',
    summaryEn: 'Two spaces to be opened again together with those who live around them.',
    area: 3,
    published: -12,
    opens: -6,
    closes: 15,
    budgetEur: null,
    lots: 2,
    applicants: 4,
  },
  {
    kind: 'challenge',
    it: 'Sfida: riparare più a lungo',
    en: 'Challenge: repairing for longer',
    summaryIt: 'Un premio a chi fa durare di più gli oggetti di ogni giorno.',
    summaryEn: 'A prize for whoever makes everyday things last longer.',
    area: 0,
    published: -2,
    opens: 8,
    closes: 50,
    budgetEur: 30_000,
    lots: 0,
    applicants: 0,
  },
];

/** name · kind · m² · years vacant · former use */
export const sampleSpaces = [
  ['Banco 7 del mercato coperto', 'ground-floor', 62, 9, 'Pescheria | Fishmonger’s'],
  ['Banco 12 del mercato coperto', 'ground-floor', 48, 6, 'Merceria | Haberdasher’s'],
  ['Ex ghiacciaia del mercato', 'building', 130, 14, 'Ghiacciaia | Ice house'],
  ['Capannone di via dei Tigli 4', 'shed', 420, 11, 'Tipografia | Printing works'],
  ['Magazzino di via dei Tigli 6', 'shed', 260, 8, 'Deposito | Store'],
] as const;

const dayMs = 86_400_000;

/** Days from today as a civil day, and as an instant of it. */
export const dayFrom = (today: string, days: number) =>
  new Date(Date.parse(today) + days * dayMs).toISOString().slice(0, 10);
export const noonFrom = (today: string, days: number) => `${dayFrom(today, days)}T11:00:00.000Z`;

/** First VAT number from the given number with a valid check digit. */
export function vatFrom(number: number): string {
  const nine = Array.from({ length: 10 }, (_, last) => `${String(number).padStart(10, '0')}${last}`);
  return nine.find(isVatNumber) ?? '';
}

export interface Ground {
  area: string;
  initiative: string | null;
  milestone: string | null;
  spaces: readonly string[];
}

/** A call from its template with its own days and amounts. */
export function planOf(of: SampleCall, { area, initiative, milestone, spaces }: Ground, today: string): CallPlan {
  const grants = of.kind === 'voucher' ? { grantMinEur: 20_000, grantMaxEur: 60_000 } : {};
  return {
    ...templateOf(of.kind, area),
    ...grants,
    name: { it: of.it, en: of.en },
    summary: { it: of.summaryIt, en: of.summaryEn },
    initiative,
    milestone,
    opensAt: noonFrom(today, of.opens),
    closesAt: noonFrom(today, of.closes),
    questionsUntil: noonFrom(today, of.closes - 3),
    budgetEur: of.budgetEur,
    lots: spaces.map((space, at) => ({ space, feeEurYear: 2400 + at * 900 })),
  };
}

interface Asked {
  of: SampleCall;
  zones: readonly string[];
  parts: {
    requirements: readonly { key: string }[];
    bonuses: readonly { key: string }[];
    lots: readonly { key: string }[];
  };
}

/** Content of one firm's application, varied by index. */
export function contentOf(at: number, { of, zones, parts }: Asked): ApplicationContent {
  const firm = (at + of.area + of.lots) % firms.length;
  const [name = '', project = ''] = firms[firm] ?? [];
  const vat = vatFrom(900_000_000 + firm * 37);
  const lots = parts.lots.map(({ key }) => key);
  return {
    ...emptyContent,
    firm: { name, taxCode: vat, vatNumber: vat, linked: [] },
    project,
    zone: zones[(at * 7) % Math.max(zones.length, 1)] ?? null,
    requestedEur: of.budgetEur === null ? null : 22_000 + ((at * 7919) % 39) * 1000,
    costEur: of.budgetEur === null ? null : 2 * (22_000 + ((at * 7919) % 39) * 1000) + 5000,
    answers: Object.fromEntries(parts.requirements.map(({ key }) => [key, true])),
    bonuses: parts.bonuses.filter((_, place) => (at + place) % 2 === 0).map(({ key }) => key),
    lots: [...lots.slice(at % Math.max(lots.length, 1)), ...lots.slice(0, at % Math.max(lots.length, 1))],
  };
}
