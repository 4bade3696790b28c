// SPDX-License-Identifier: AGPL-3.0-or-later
import { describe, expect, test } from 'vitest';
import { may } from '../../../api/http/rights.rules.ts';
import { leavesNoAdministrator } from '../../../api/people/accounts/rules.ts';

const official = (areas: string[] | null) => [{ programme: 'milano', role: 'official' as const, areas }];
const here = { programme: 'milano' };

describe('may', () => {
  test('allows public actions to anyone, and personal ones to signed-in people', () => {
    expect(may('anyone', null, here)).toBe(true);
    expect(may('signed-in', null, here)).toBe(false);
    expect(may('signed-in', [], here)).toBe(true);
  });

  test('allows a role the actions in the permission table, in its own programme', () => {
    expect(may('keep-milestones', official(null), here)).toBe(true);
    expect(may('keep-milestones', official(null), { programme: 'torino' })).toBe(false);
    expect(may('keep-people', official(null), here)).toBe(false);
    expect(may('keep-programme', official(null), here)).toBe(false);
  });

  test('allows a global administrator every programme', () => {
    const all = [{ programme: null, role: 'administrator' as const, areas: null }];
    expect(may('keep-people', all, here)).toBe(true);
    expect(may('keep-milestones', all, { programme: 'torino', area: 'x' })).toBe(true);
  });

  test('limits an official of some areas to items in those areas', () => {
    expect(may('keep-milestones', official(['spazi']), { ...here, area: 'spazi' })).toBe(true);
    expect(may('keep-milestones', official(['spazi']), { ...here, area: 'studi' })).toBe(false);
    expect(may('keep-milestones', official(['spazi']), { ...here, area: null })).toBe(false);
  });

  test('refuses an official of some areas actions on the whole programme', () => {
    expect(may('keep-cycles', official(['spazi']), here)).toBe(false);
    expect(may('keep-cycles', official(null), here)).toBe(true);
  });
});

describe('an operator', () => {
  const operator = (labs: string[] | null) => [{ programme: 'milano', role: 'operator' as const, areas: null, labs }];

  test('keeps and answers for their own labs only', () => {
    for (const right of ['keep-labs', 'answer-needs'] as const) {
      expect(may(right, operator(['a', 'b']), { ...here, lab: 'b' })).toBe(true);
      expect(may(right, operator(['a', 'b']), { ...here, lab: 'c' })).toBe(false);
      expect(may(right, operator([]), { ...here, lab: 'a' })).toBe(false);
      expect(may(right, operator(['a']), { programme: 'torino', lab: 'a' })).toBe(false);
      expect(may(right, operator(null), { ...here, lab: 'c' })).toBe(true);
    }
    expect(may('keep-register', operator(null), here)).toBe(false);
  });

  test('is the only one to answer firms; officials keep every lab, unless limited to areas', () => {
    expect(may('answer-needs', official(null), { ...here, lab: 'a' })).toBe(false);
    expect(may('keep-labs', official(null), { ...here, lab: 'a' })).toBe(true);
    expect(may('keep-labs', official(['spazi']), { ...here, lab: 'a' })).toBe(false);
    expect(may('keep-register', official(['spazi']), here)).toBe(false);
  });
});

describe('the last administrator', () => {
  const one = { roleId: 1, programme: 'milano' };
  test('is the only one of the programme and of all programmes', () => {
    expect(leavesNoAdministrator([one], one)).toBe(true);
    expect(leavesNoAdministrator([one, { roleId: 2, programme: 'torino' }], one)).toBe(true);
    expect(leavesNoAdministrator([one, { roleId: 2, programme: 'milano' }], one)).toBe(false);
    expect(leavesNoAdministrator([one, { roleId: 2, programme: null }], one)).toBe(false);
  });

  test('of all programmes is not replaced by one of a single programme', () => {
    const all = { roleId: 2, programme: null };
    expect(leavesNoAdministrator([one, all], all)).toBe(true);
  });
});
