// SPDX-License-Identifier: AGPL-3.0-or-later
import type { z } from 'zod';
import { atomically, type Writer } from '../../../db/change.ts';
import type { Reader } from '../../../db/past.ts';
import { parse } from '../../http/parse.ts';
import { type Language, problemOf } from '../../http/problems.ts';
import { Refused } from '../../http/refusals.rules.ts';
import { may } from '../../http/rights.rules.ts';
import type { Actor } from '../../http/session.ts';
import type { Keeping } from '../../platform/records/views.ts';
import type { createMilestone, editMilestone } from '../drafting/contract.ts';
import type { replan, report } from '../promises/contract.ts';
import type { SheetRow } from './contract.ts';
import { type Cells, type Column, columns, differences } from './rules.ts';
import { type Present, presentRows } from './views.ts';

type InputOf<E extends { input: z.ZodType }> = z.output<E['input']>;
interface Saved {
  key: string;
  version: number;
}

/** Milestone commands used by rows, with the same refusals as on the page. */
export interface Acts {
  create: (writer: Writer, by: Keeping, input: InputOf<typeof createMilestone>) => Promise<Saved>;
  edit: (writer: Writer, by: Keeping, key: string, input: InputOf<typeof editMilestone>) => Promise<Saved>;
  replan: (writer: Writer, by: Keeping, key: string, input: InputOf<typeof replan>) => Promise<Saved>;
  report: (writer: Writer, by: Keeping, key: string, input: InputOf<typeof report>) => Promise<unknown>;
  inputs: {
    create: typeof createMilestone.input;
    edit: typeof editMilestone.input;
    replan: typeof replan.input;
    report: typeof report.input;
  };
}

interface Asker {
  actor: Actor;
  programme: string;
  language: Language;
}

const both = (it: string | null, en: string | null) => (it === null ? undefined : { it, ...(en ? { en } : {}) });
const given = <T extends object>(input: T) =>
  Object.fromEntries(Object.entries(input).filter(([, value]) => value !== undefined));

function described(cells: Cells, changed: (names: Column[]) => boolean) {
  return {
    ...(changed(['name_it', 'name_en']) ? { name: both(cells.name_it, cells.name_en) } : {}),
    ...(changed(['summary_it', 'summary_en']) ? { summary: both(cells.summary_it, cells.summary_en) ?? null } : {}),
    ...(changed(['area']) ? { area: cells.area } : {}),
    ...(changed(['initiative']) ? { initiative: cells.initiative } : {}),
    ...(changed(['owner']) ? { owner: cells.owner } : {}),
    ...(changed(['zone']) ? { zone: cells.zone } : {}),
    ...(changed(['weight']) && cells.weight !== null ? { weight: Number(cells.weight.replace(',', '.')) } : {}),
  };
}

async function add(writer: Writer, by: Keeping, acts: Acts, cycle: string, cells: Cells) {
  const { due_on, due_precision } = cells;
  const dated = due_on === null ? {} : { plannedOn: due_on, ...(due_precision ? { precision: due_precision } : {}) };
  const input = given({ ...described(cells, () => true), ...dated, cycle });
  await acts.create(writer, by, parse(acts.inputs.create, input));
}

/** Edits, re-plans and reports a milestone, as the row requires. */
async function alter(writer: Writer, by: Keeping, acts: Acts, present: Present, cells: Cells) {
  const names = differences(cells, present.cells).map(({ name }) => name);
  const changed = (some: Column[]) => some.some((name) => names.includes(name));
  const key = cells.key ?? '';
  const moved = changed(['due_on', 'due_precision']);
  const planned = moved && !present.adopted ? { plannedOn: cells.due_on, precision: cells.due_precision ?? 'day' } : {};
  const edits = given({ ...described(cells, changed), ...planned });
  let { version } = by;
  if (Object.keys(edits).length > 0)
    version = (await acts.edit(writer, by, key, parse(acts.inputs.edit, edits))).version;
  if (moved && present.adopted) {
    const input = given({
      dueOn: cells.due_on ?? undefined,
      precision: cells.due_precision ?? undefined,
      reasonKind: cells.reason_kind ?? undefined,
      reason: both(cells.reason, null),
    });
    await acts.replan(writer, { ...by, version }, key, parse(acts.inputs.replan, input));
  }
  if (changed(['expected_on', 'done'])) {
    const input = given({
      expectedOn: cells.expected_on ?? undefined,
      reason: both(cells.expected_reason, null),
      note: both(cells.done, null),
    });
    await acts.report(writer, by, key, parse(acts.inputs.report, input));
  }
}

const emptyCells = Object.fromEntries(columns.map((name) => [name, null])) as Cells;

function refusalOf(error: unknown, language: Language) {
  if (!(error instanceof Refused)) throw error;
  const { detail, title, errors } = problemOf(error.refusal, language);
  return errors.length ? errors : [{ name: '', reason: detail || title }];
}

/** Applies one row atomically; returns its actions or the refusal. */
async function takeRow(
  writer: Writer,
  by: Keeping,
  { acts, cycle, asker }: { acts: Acts; cycle: string; asker: Asker },
  { row, cells: sent }: { row: number; cells: Partial<Cells> },
  present: Present | undefined,
): Promise<SheetRow> {
  const cells: Cells = { ...(present?.cells ?? emptyCells), ...sent };
  const fields = differences(cells, present?.cells ?? emptyCells);
  const outcome = { row, key: cells.key, name: cells.name_it ?? '', fields, reasons: [] };
  if (fields.length === 0) return { ...outcome, kind: 'same' };
  if (present && cells.version !== present.cells.version) return { ...outcome, kind: 'overtaken' };
  const areas = [cells.area, present?.cells.area ?? cells.area];
  try {
    if (cells.key === null && cells.version !== null)
      throw new Refused({ code: 'against-rule', rule: 'version-without-key' });
    if (cells.key !== null && !present) throw new Refused({ code: 'unknown-item', item: cells.key });
    const { grants } = asker.actor;
    const allowed = (area: string | null) => may('keep-milestones', grants, { programme: asker.programme, area });
    if (!areas.every(allowed)) throw new Refused({ code: 'not-yours' });
    const seen = { ...by, version: Number(cells.version ?? 0) };
    await atomically(writer, () =>
      present ? alter(writer, seen, acts, present, cells) : add(writer, seen, acts, cycle, cells),
    );
    return { ...outcome, kind: present ? 'changed' : 'added' };
  } catch (error) {
    return { ...outcome, kind: 'refused', reasons: refusalOf(error, asker.language) };
  }
}

/** Applies the rows in order, each on the result of the previous ones; the caller commits or rolls back. */
export async function takeRows(
  writer: Writer,
  by: Keeping,
  context: { acts: Acts; cycle: string; asker: Asker },
  rows: { row: number; cells: Partial<Cells> }[],
): Promise<SheetRow[]> {
  const reader: Reader = { db: writer, programmeId: by.programmeId, day: by.today };
  const present = await presentRows(reader, context.cycle);
  const taken: SheetRow[] = [];
  for (const one of rows) taken.push(await takeRow(writer, by, context, one, present.get(one.cells.key ?? '')));
  return taken;
}
