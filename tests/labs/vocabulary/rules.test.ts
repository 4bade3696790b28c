// SPDX-License-Identifier: AGPL-3.0-or-later
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  capabilities,
  capabilityOf,
  likeness,
  materials,
  processes,
  type Term,
  termsMeant,
  withBroader,
  withNarrower,
} from '../../../api/labs/vocabulary/rules.ts';

const anyProcess = fc.constantFrom(...processes.map(({ key }) => key));

describe('the controlled lists', () => {
  test.each([
    ['processes', processes as readonly Term[]],
    ['materials', materials as readonly Term[]],
  ])('of %s name each term once, in both languages, below a term that is there', (_, terms) => {
    const keys = terms.map(({ key }) => key);
    expect(new Set(keys).size).toBe(keys.length);
    expect(terms.filter(({ name }) => !name.it.trim() || !name.en.trim())).toEqual([]);
    expect(terms.filter(({ broader }) => broader !== null && !keys.includes(broader))).toEqual([]);
    expect(new Set(terms.map(({ okw }) => okw)).size).toBe(terms.length);
  });

  test('lead from every term to a top term, without a cycle', () => {
    fc.assert(
      fc.property(anyProcess, (key) => {
        const up = withBroader(processes, key);
        expect(new Set(up).size).toBe(up.length);
        expect(processes.find((term) => term.key === up.at(-1))?.broader).toBeNull();
      }),
    );
  });

  test('are consistent: each narrower term lists its broader ones', () => {
    fc.assert(
      fc.property(anyProcess, anyProcess, (one, two) => {
        expect(withNarrower(processes, one).includes(two)).toBe(withBroader(processes, two).includes(one));
      }),
    );
  });

  test('go more than one step down', () => {
    expect(withNarrower(processes, 'machining')).toContain('cnc-routing');
    expect(withBroader(processes, 'cnc-routing')).toEqual(['cnc-routing', 'cnc-milling', 'machining']);
    expect(withNarrower(materials, 'plywood')).toEqual(['plywood']);
  });
});

describe('the capability of fablabs.io', () => {
  test('is that of the process, or of its nearest broader term', () => {
    expect(capabilityOf('precision-milling')).toBe('precision_milling');
    expect(capabilityOf('cnc-routing')).toBe('cnc_milling');
    expect(capabilityOf('clay-printing')).toBe('three_d_printing');
    expect(capabilityOf('soldering')).toBe('circuit_production');
  });

  test('is null if none applies, and each of the six is used', () => {
    expect(capabilityOf('sewing')).toBeNull();
    expect(capabilityOf('sawing')).toBeNull();
    expect(new Set(processes.map(({ key }) => capabilityOf(key)).filter(Boolean))).toEqual(new Set(capabilities));
  });
});

describe('similarity', () => {
  test('is 1 for equal words, ignoring case and accents, and 0 for unrelated words', () => {
    expect(likeness('taglio laser', 'Taglio laser')).toBe(1);
    expect(likeness('CITTÀ', 'città')).toBe(1);
    expect(likeness('cucito', 'Sandblasting')).toBe(0);
    expect(likeness('', 'Taglio')).toBe(0);
    expect(likeness('!?', 'Taglio')).toBe(0);
  });

  test('is between 0 and 1, and 1 for identical texts', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (typed, words) => {
        const like = likeness(typed, words);
        expect(like).toBeGreaterThanOrEqual(0);
        expect(like).toBeLessThanOrEqual(1);
        expect([0, 1]).toContain(likeness(typed, typed));
      }),
    );
  });
});

describe('the matched terms', () => {
  test.each([
    ['taglio laser', 'laser-cutting'],
    ['tagio laser', 'laser-cutting'],
    ['laser cuting', 'laser-cutting'],
    ['serigrafia', 'screen-printing'],
    ['serigraffia', 'screen-printing'],
    ['screen printng', 'screen-printing'],
    ['falegnamera', 'woodworking'],
    ['wodworking', 'woodworking'],
    ['termofomatura', 'thermoforming'],
    ['embroidry', 'embroidery'],
    ["taglio a getto d'acqua", 'waterjet-cutting'],
  ])('by "%s" include %s, typing errors and all', (typed, key) => {
    expect(termsMeant(processes, typed)).toContain(key);
  });

  test('include all narrower terms, each once', () => {
    const meant = termsMeant(processes, 'manifattura additiva');
    expect(meant).toEqual(expect.arrayContaining(['additive', 'fdm-printing', 'resin-printing', 'clay-printing']));
    expect(new Set(meant).size).toBe(meant.length);
  });

  test('are empty for other words', () => {
    expect(termsMeant(processes, 'Polifactory')).toEqual([]);
    expect(termsMeant(processes, 'via Durando 10')).toEqual([]);
    expect(termsMeant(materials, 'xyz')).toEqual([]);
  });

  test('of materials are matched in both languages', () => {
    expect(termsMeant(materials, 'compensatto')).toEqual(['plywood']);
    expect(termsMeant(materials, 'plywod')).toEqual(['plywood']);
    expect(termsMeant(materials, 'legno')).toEqual(expect.arrayContaining(['wood', 'plywood', 'cork']));
  });
});
