// SPDX-License-Identifier: AGPL-3.0-or-later
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { MatchReason } from '../../../api/labs/matching/contract.ts';
import {
  type Able,
  type AbleMachine,
  askedLetter,
  fits,
  type Need,
  offeredLetter,
  ranked,
  reasonsOf,
  works,
} from '../../../api/labs/matching/rules.ts';

const today = '2026-06-01';
const need: Need = {
  process: 'laser-cutting',
  material: null,
  widthMm: null,
  depthMm: null,
  heightMm: null,
  quantity: null,
  byDay: null,
};
const machine: AbleMachine = {
  name: 'Trotec Speedy 300',
  process: 'laser-cutting',
  widthMm: 726,
  depthMm: 432,
  heightMm: null,
  materials: ['plywood', 'acrylic'],
  working: true,
};
const lab: Able = {
  machines: [machine],
  smallSeries: null,
  mediumSeries: null,
  minimumOrder: null,
  turnaroundDays: null,
  qualified: false,
  freshness: 'confirmed',
  km: null,
};
const holds = (what: MatchReason['what'], asked: Partial<Need>, able: Partial<Able> = {}) =>
  reasonsOf({ ...need, ...asked }, { ...lab, ...able }, today)?.find((reason) => reason.what === what)?.holds;

describe('a workpiece', () => {
  const piece = (widthMm: number | null, depthMm: number | null, heightMm: number | null = null) => ({
    widthMm,
    depthMm,
    heightMm,
  });

  test('may be rotated horizontally', () => {
    expect(fits(piece(700, 400), machine)).toBe('yes');
    expect(fits(piece(400, 700), machine)).toBe('yes');
    expect(fits(piece(700, 700), machine)).toBe('no');
    expect(fits(piece(726, 432), machine)).toBe('yes');
    expect(fits(piece(727, 10), machine)).toBe('no');
    expect(fits(piece(null, 700), machine)).toBe('yes');
  });

  test('may not be tipped over', () => {
    expect(fits(piece(10, 10, 500), { ...machine, heightMm: 100 })).toBe('no');
    expect(fits(piece(500, 10, 10), { ...machine, heightMm: 100 })).toBe('yes');
  });

  test('may fit if a machine dimension is unknown, and does not fit if a known one is too short', () => {
    expect(fits(piece(100, 100, 50), machine)).toBe('unknown');
    expect(fits(piece(900, 900, 50), machine)).toBe('no');
    expect(fits(piece(100, 100), { ...machine, widthMm: null, depthMm: null })).toBe('unknown');
    expect(fits(piece(900, 100), { ...machine, depthMm: null })).toBe('unknown');
    expect(fits(piece(900, 800), { ...machine, depthMm: null })).toBe('no');
    expect(fits(piece(null, null), { ...machine, widthMm: null, depthMm: null })).toBe('yes');
  });

  test('fits the same with its sides swapped', () => {
    const side = fc.option(fc.integer({ min: 1, max: 2000 }), { nil: null });
    fc.assert(
      fc.property(side, side, side, side, side, side, (a, b, c, widthMm, depthMm, heightMm) => {
        const room = { ...machine, widthMm, depthMm, heightMm };
        expect(fits(piece(a, b, c), room)).toBe(fits(piece(b, a, c), room));
        const turned = { ...room, widthMm: depthMm, depthMm: widthMm };
        expect(fits(piece(a, b, c), turned)).toBe(fits(piece(a, b, c), room));
      }),
    );
  });
});

describe('a material', () => {
  test('matches a machine that lists it or a narrower term', () => {
    expect(works('plywood', machine)).toBe('yes');
    expect(works('wood', machine)).toBe('yes');
    expect(works('metals', machine)).toBe('no');
    expect(works(null, machine)).toBe('yes');
  });

  test('may match a machine without materials, or with a broader term', () => {
    expect(works('glass', { ...machine, materials: [] })).toBe('unknown');
    expect(works('cork', { ...machine, materials: ['wood'] })).toBe('unknown');
    expect(works('cork', { ...machine, materials: ['plywood'] })).toBe('no');
  });
});

describe('the reasons', () => {
  test('are empty if no working machine matches', () => {
    expect(reasonsOf(need, { ...lab, machines: [] }, today)).toBeNull();
    expect(reasonsOf(need, { ...lab, machines: [{ ...machine, working: false }] }, today)).toBeNull();
  });

  test('describe the machine with the most known matches', () => {
    const small = { ...machine, name: 'piccola', widthMm: 100, depthMm: 100 };
    const vague = { ...machine, name: 'vaga', widthMm: null, depthMm: null };
    const told = reasonsOf({ ...need, widthMm: 300 }, { ...lab, machines: [small, vague, machine] }, today);
    expect(told?.[0]).toMatchObject({ what: 'machine', machine: 'Trotec Speedy 300' });
    const left = reasonsOf({ ...need, widthMm: 300 }, { ...lab, machines: [small, vague] }, today);
    expect(left?.[0]).toMatchObject({ machine: 'vaga' });
    expect(left?.[1]).toEqual({ what: 'size', holds: 'unknown' });
  });

  test('cover only requested criteria', () => {
    expect(reasonsOf(need, lab, today)?.map(({ what }) => what)).toEqual(['machine']);
  });

  test('on quantity: the minimum order, and series production if declared', () => {
    expect(holds('quantity', { quantity: 4 }, { minimumOrder: 5 })).toBe('no');
    expect(holds('quantity', { quantity: 5 }, { minimumOrder: 5 })).toBe('yes');
    expect(holds('quantity', { quantity: 10 })).toBe('unknown');
    expect(holds('quantity', { quantity: 10 }, { smallSeries: true })).toBe('yes');
    expect(holds('quantity', { quantity: 10 }, { smallSeries: false })).toBe('no');
    expect(holds('quantity', { quantity: 10 }, { mediumSeries: true })).toBe('yes');
    expect(holds('quantity', { quantity: 10 }, { mediumSeries: false })).toBe('unknown');
    expect(holds('quantity', { quantity: 100 }, { smallSeries: true })).toBe('unknown');
    expect(holds('quantity', { quantity: 100 }, { mediumSeries: false })).toBe('no');
  });

  test('on time: the declared lead time against the requested date', () => {
    expect(holds('time', { byDay: '2026-06-11' }, { turnaroundDays: 10 })).toBe('yes');
    expect(holds('time', { byDay: '2026-06-10' }, { turnaroundDays: 10 })).toBe('no');
    expect(holds('time', { byDay: '2026-06-11' })).toBe('unknown');
    expect(holds('time', { byDay: '2026-11-01' }, { turnaroundDays: 153 })).toBe('yes');
  });

  test('state the age of the entry if it is not fresh', () => {
    expect(holds('freshness', {}, { freshness: 'stale' })).toBe('unknown');
    expect(holds('freshness', {})).toBeUndefined();
  });
});

const anyReason = fc.record({
  what: fc.constantFrom('size', 'material', 'quantity', 'time', 'qualified', 'freshness' as const),
  holds: fc.constantFrom('yes', 'yes', 'unknown', 'no' as const),
}) as fc.Arbitrary<MatchReason>;
const anyFar = fc.option(fc.integer({ min: 0, max: 50 }), { nil: null });
const anyJudged = fc
  .array(fc.tuple(fc.array(anyReason, { maxLength: 4 }), anyFar, fc.constantFrom('Alfa', 'Beta', 'Gamma')), {
    maxLength: 12,
  })
  .map((all) =>
    all.map(([reasons, km, name], at) => ({
      reasons: km === null ? reasons : [...reasons, { what: 'distance' as const, holds: 'yes' as const, km }],
      name,
      key: `lab-${at}`,
    })),
  );

describe('the ranking', () => {
  test('does not depend on the input order', () => {
    fc.assert(
      fc.property(anyJudged, fc.infiniteStream(fc.nat()), (labs, order) => {
        const weights = new Map(labs.map((one) => [one, order.next().value as number]));
        const mixed = [...labs].sort((a, b) => (weights.get(a) ?? 0) - (weights.get(b) ?? 0));
        expect(ranked(mixed)).toEqual(ranked(labs));
      }),
    );
  });

  test('excludes exactly the labs with a known mismatch', () => {
    fc.assert(
      fc.property(anyJudged, (labs) => {
        const able = labs.filter(({ reasons }) => reasons.every((reason) => reason.holds !== 'no'));
        expect(new Set(ranked(labs))).toEqual(new Set(able));
      }),
    );
  });

  test('sorts by certainty, then qualification, then distance, then name', () => {
    const judged = (key: string, reasons: MatchReason[]) => ({ key, name: key, reasons });
    const yes = { what: 'size', holds: 'yes' } as const;
    const near = (km: number) => ({ what: 'distance', holds: 'yes', km }) as const;
    const labs = [
      judged('unknown', [{ what: 'size', holds: 'unknown' }, near(0)]),
      judged('far', [yes, near(9)]),
      judged('b-near', [yes, near(1)]),
      judged('a-near', [yes, near(1)]),
      judged('nowhere', [yes]),
      judged('listed', [yes, near(99), { what: 'qualified', holds: 'yes' }]),
    ];
    expect(ranked(labs).map(({ key }) => key)).toEqual(['listed', 'a-near', 'b-near', 'far', 'nowhere', 'unknown']);
  });
});

describe('the mails', () => {
  test('tell the lab that there is a request, without its content', () => {
    const { subject, body } = askedLetter('en', { lab: 'Officina', address: 'https://o.example/x' });
    expect(subject).toContain('Request for a job: Officina');
    expect(body).toContain('https://o.example/x');
  });

  test('tell the firm the answer of the lab', () => {
    const yes = offeredLetter('it', { lab: 'Officina', offered: true, answer: 'Venerdì.' });
    expect(yes.subject).toContain('Lavorazione possibile: Officina');
    expect(yes.body).toContain('Venerdì.');
    expect(offeredLetter('en', { lab: 'Officina', offered: false, answer: '…' }).subject).toContain('Cannot make it');
  });
});
