// SPDX-License-Identifier: AGPL-3.0-or-later

import { type Language, type Letter, letter } from '../../platform/mail/rules.ts';
import type { Freshness } from '../directory/rules.ts';
import { type MaterialTerm, materials, type ProcessTerm, withBroader, withNarrower } from '../vocabulary/rules.ts';
import type { MatchReason } from './contract.ts';

export interface Need {
  process: ProcessTerm;
  material: MaterialTerm | null;
  widthMm: number | null;
  depthMm: number | null;
  heightMm: number | null;
  quantity: number | null;
  byDay: string | null;
}

export interface AbleMachine {
  name: string;
  process: ProcessTerm;
  widthMm: number | null;
  depthMm: number | null;
  heightMm: number | null;
  materials: readonly string[];
  working: boolean;
}

export interface Able {
  machines: readonly AbleMachine[];
  smallSeries: boolean | null;
  mediumSeries: boolean | null;
  minimumOrder: number | null;
  turnaroundDays: number | null;
  qualified: boolean;
  freshness: Freshness | null;
  km: number | null;
}

type Holds = MatchReason['holds'];
const worst = (all: readonly Holds[]): Holds =>
  all.includes('no') ? 'no' : all.includes('unknown') ? 'unknown' : 'yes';

/** True if a piece fits the working area in either orientation; null if a side of the machine is not recorded. */
export function fits(need: Pick<Need, 'widthMm' | 'depthMm' | 'heightMm'>, machine: AbleMachine): Holds {
  const within = (piece: number | null, room: number | null): Holds =>
    piece === null ? 'yes' : room === null ? 'unknown' : piece <= room ? 'yes' : 'no';
  const laid = (width: number | null, depth: number | null) =>
    worst([within(width, machine.widthMm), within(depth, machine.depthMm), within(need.heightMm, machine.heightMm)]);
  const ways = [laid(need.widthMm, need.depthMm), laid(need.depthMm, need.widthMm)];
  return ways.includes('yes') ? 'yes' : ways.includes('unknown') ? 'unknown' : 'no';
}

/** Whether a machine works a material or a narrower term; unknown if it has no list or lists only a broader term. */
export function works(material: MaterialTerm | null, machine: AbleMachine): Holds {
  if (material === null) return 'yes';
  if (machine.materials.length === 0) return 'unknown';
  const kinds: string[] = withNarrower(materials, material);
  if (machine.materials.some((one) => kinds.includes(one))) return 'yes';
  const broader: string[] = withBroader(materials, material);
  return machine.materials.some((one) => broader.includes(one)) ? 'unknown' : 'no';
}

const order: Record<Holds, number> = { yes: 0, unknown: 1, no: 2 };

/** The machine of the process with the most criteria known to fit. */
function bestMachine(need: Need, machines: readonly AbleMachine[]) {
  const judged = machines
    .filter(({ working }) => working)
    .map((machine) => ({ machine, size: fits(need, machine), material: works(need.material, machine) }));
  const rank = ({ size, material }: (typeof judged)[number]) =>
    Math.max(order[size], order[material]) * 10 + order[size] + order[material];
  return judged.sort((a, b) => rank(a) - rank(b))[0];
}

/** Minimum quantities of a small and of a medium series, in pieces. */
const smallFrom = 10;
const mediumFrom = 100;

/** Whether a lab accepts a quantity: at least its minimum order, and series only if it declares them. */
function takes({ quantity }: Need, { minimumOrder, smallSeries, mediumSeries }: Able): Holds {
  if (quantity === null) return 'yes';
  if (minimumOrder !== null && quantity < minimumOrder) return 'no';
  if (quantity < smallFrom) return 'yes';
  // A lab that makes medium series also makes small ones; the reverse is unknown.
  const makes = quantity < mediumFrom ? (smallSeries ?? (mediumSeries || null)) : mediumSeries;
  return makes === null ? 'unknown' : makes ? 'yes' : 'no';
}

const dayMs = 86_400_000;
const daysTo = (day: string, today: string) => Math.round((Date.parse(day) - Date.parse(today)) / dayMs);

/** Criteria that fit, fail or are unknown; null if the lab has no machine for the process. */
export function reasonsOf(need: Need, lab: Able, today: string): MatchReason[] | null {
  const best = bestMachine(need, lab.machines);
  if (!best) return null;
  const { machine, size, material } = best;
  const { widthMm, depthMm } = machine;
  const sized = need.widthMm !== null || need.depthMm !== null || need.heightMm !== null;
  const reasons: MatchReason[] = [{ what: 'machine', holds: 'yes', machine: machine.name, process: machine.process }];
  if (sized) reasons.push({ what: 'size', holds: size, ...(widthMm && depthMm ? { area: { widthMm, depthMm } } : {}) });
  if (need.material !== null) reasons.push({ what: 'material', holds: material });
  if (need.quantity !== null)
    reasons.push({
      what: 'quantity',
      holds: takes(need, lab),
      ...(lab.minimumOrder === null ? {} : { least: lab.minimumOrder }),
    });
  if (need.byDay !== null) {
    const days = lab.turnaroundDays;
    const holds = days === null ? 'unknown' : days <= daysTo(need.byDay, today) ? 'yes' : 'no';
    reasons.push({ what: 'time', holds, ...(days === null ? {} : { days }) });
  }
  if (lab.km !== null) reasons.push({ what: 'distance', holds: 'yes', km: lab.km });
  if (lab.qualified) reasons.push({ what: 'qualified', holds: 'yes' });
  if (lab.freshness !== null && lab.freshness !== 'confirmed')
    reasons.push({ what: 'freshness', holds: 'unknown', freshness: lab.freshness });
  return reasons;
}

interface Judged {
  reasons: readonly MatchReason[];
  name: string;
  key: string;
}

/**
 * Ranks matching labs by number of unknown criteria, then qualified labs first, then distance, then name. Labs with a
 * criterion known to fail are left out.
 */
export function ranked<T extends Judged>(labs: readonly T[]): T[] {
  const open = ({ reasons }: Judged) => reasons.filter(({ holds }) => holds === 'unknown').length;
  const listed = ({ reasons }: Judged) => (reasons.some(({ what }) => what === 'qualified') ? 0 : 1);
  const far = ({ reasons }: Judged) => reasons.find(({ what }) => what === 'distance')?.km ?? Number.MAX_VALUE;
  return labs
    .filter(({ reasons }) => reasons.every(({ holds }) => holds !== 'no'))
    .sort(
      (a, b) =>
        open(a) - open(b) ||
        listed(a) - listed(b) ||
        far(a) - far(b) ||
        a.name.localeCompare(b.name) ||
        (a.key < b.key ? -1 : 1),
    );
}

/** Mail to a lab's operators about a new request; the content is only on the page. */
export function askedLetter(language: Language, { lab, address }: { lab: string; address: string }): Letter {
  return language === 'it'
    ? letter('it', `Richiesta di lavorazione: ${lab}`, ['È arrivata una richiesta: leggila e rispondi.', '', address])
    : letter('en', `Request for a job: ${lab}`, ['A request has arrived: read it and answer.', '', address]);
}

/** Mail to the firm with a lab's answer. */
export function offeredLetter(
  language: Language,
  { lab, offered, answer }: { lab: string; offered: boolean; answer: string },
): Letter {
  const it = language === 'it';
  const subject = it
    ? `${offered ? 'Lavorazione possibile' : 'Lavorazione non possibile'}: ${lab}`
    : `${offered ? 'Can make it' : 'Cannot make it'}: ${lab}`;
  return letter(language, subject, [answer]);
}
