// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Writer } from '../../../db/change.ts';
import { readKnownPoints, readZonesOfKind } from '../../../db/city/boundaries/reads.ts';
import { setBoundary } from '../../../db/city/boundaries/writes.ts';
import type { Reader } from '../../../db/past.ts';
import { type Language, problemOf } from '../../http/problems.ts';
import { assertAllowed, type Rule } from '../../http/refusals.rules.ts';
import type { BoundaryRow } from './contract.ts';
import type { Drawn } from './file.views.ts';
import { type Boundary, pointsOf, zoneNamed } from './rules.ts';
import { kilometresTo } from './views.ts';

const farKilometres = 100;

/**
 * The features far from every known place of the programme or, where none is known, from every other feature: exchanged
 * coordinates, or a wrong system. If all are, the file is refused.
 */
async function elsewhereIn(reader: Reader, drawn: readonly Drawn[]): Promise<ReadonlySet<Drawn>> {
  const placed = drawn.filter(({ first }) => first !== null);
  const known = await readKnownPoints(reader);
  const isNear = ({ first }: Drawn, { latitude, longitude }: (typeof known)[number]) => {
    const [x, y] = first ?? [0, 0];
    return kilometresTo({ latitude, longitude }, [x, y, x, y]) < farKilometres;
  };
  const pointOf = ({ first }: Drawn) => ({ longitude: first?.[0] ?? 0, latitude: first?.[1] ?? 0 });
  const others = (one: Drawn) => placed.filter((other) => other !== one).map(pointOf);
  const far = placed.filter((one) => {
    const around = known.length > 0 ? known : others(one);
    return around.length > 1 && !around.some((point) => isNear(one, point));
  });
  assertAllowed(far.length > 0 && far.length === placed.length ? 'boundaries-elsewhere' : null);
  return new Set(far);
}

const drawing = ({ type, coordinates }: Boundary) => JSON.stringify([type, coordinates]);

type Zone = Awaited<ReturnType<typeof readZonesOfKind>>[number];

function refusedBy(zone: Zone | undefined, { boundary }: Drawn, times: number, isElsewhere: boolean): Rule | null {
  if (!zone) return 'zone-unmatched';
  if (times > 1) return 'zone-twice';
  if (isElsewhere) return 'boundaries-elsewhere';
  return boundary ? null : 'no-polygon';
}

/** Sets each zone's boundary from the file; reports the result per feature. */
export async function takeBoundaries(
  writer: Writer,
  by: { programmeId: number; today: string },
  { kind, property, language }: { kind: string; property: string; language: Language },
  drawn: readonly Drawn[],
) {
  const reader: Reader = { db: writer, programmeId: by.programmeId, day: by.today };
  const elsewhere = await elsewhereIn(reader, drawn);
  const zones = await readZonesOfKind(reader, kind);
  const matched = drawn.map((one) => ({ one, zone: zoneNamed(one.value, zones) }));
  const times = Map.groupBy(matched, ({ zone }) => zone);
  const rows: BoundaryRow[] = [];
  const told = (rule: Rule) => ({ name: property, reason: problemOf({ code: 'against-rule', rule }, language).detail });
  for (const [at, { one, zone }] of matched.entries()) {
    const { value, boundary, isPartial } = one;
    const rule = refusedBy(zone, one, times.get(zone)?.length ?? 0, elsewhere.has(one));
    const stored = zone?.boundary as Boundary | null | undefined;
    const differs = boundary !== null && !(stored && drawing(stored) === drawing(boundary));
    if (rule === null && zone && boundary && differs) await setBoundary(writer, by.programmeId, zone.key, boundary);
    rows.push({
      feature: at + 1,
      value: value === undefined || value === null ? null : String(value),
      zone: zone ? { key: zone.key, name: zone.name } : null,
      kind: rule ? 'refused' : differs ? (stored ? 'changed' : 'added') : 'same',
      points: boundary ? pointsOf(boundary) : 0,
      reasons: rule ? [told(rule)] : isPartial ? [told('parts-without-area')] : [],
    });
  }
  const bounded = new Set(rows.map((row) => (row.kind === 'refused' ? undefined : row.zone?.key)));
  const without = zones.filter(({ key, boundary }) => !boundary && !bounded.has(key));
  return { rows, without: without.map(({ key, name }) => ({ key, name })) };
}
