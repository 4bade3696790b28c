// SPDX-License-Identifier: AGPL-3.0-or-later
import { describe, expect, test } from 'vitest';
import { numberOf } from '../../../api/calls/applications/rules.ts';
import {
  checksOf,
  nextCheck,
  type Standing,
  stageOf,
  whyNotChecked,
  whyNotEnded,
  whyNotPaid,
  whyNotStep,
} from '../../../api/money/awards/rules.ts';

const today = '2026-06-01';
const fresh: Standing = {
  awardedOn: '2026-01-10',
  signedOn: null,
  keysOn: null,
  openedOn: null,
  endedOn: null,
  endedAs: null,
  hasSpace: true,
};
const opened = { ...fresh, signedOn: '2026-01-20', keysOn: '2026-02-01', openedOn: '2026-03-31' };

describe('the steps of an award', () => {
  test('are in order, not in the future and not before the award', () => {
    expect(whyNotStep(fresh, 'keys', '2026-02-01', today)).toBe('step-missing');
    expect(whyNotStep(fresh, 'signed', '2026-06-02', today)).toBe('date-future');
    expect(whyNotStep(fresh, 'signed', '2026-01-09', today)).toBe('before-award');
    expect(whyNotStep(fresh, 'signed', '2026-01-10', today)).toBeNull();
    expect(whyNotStep({ ...fresh, signedOn: '2026-01-20' }, 'keys', '2026-01-19', today)).toBe('step-order');
  });

  test('can be corrected between the neighbouring steps', () => {
    expect(whyNotStep(opened, 'keys', '2026-03-31', today)).toBeNull();
    expect(whyNotStep(opened, 'keys', '2026-04-01', today)).toBe('step-order');
  });

  test('have no keys if only money was awarded', () => {
    const money = { ...fresh, hasSpace: false, signedOn: '2026-01-20' };
    expect(whyNotStep(money, 'keys', '2026-02-01', today)).toBe('no-keys');
    expect(whyNotStep(money, 'opened', '2026-02-01', today)).toBeNull();
  });

  test('stop when the award ends', () => {
    const gone = { ...opened, endedOn: '2026-05-01', endedAs: 'revoked' as const };
    expect(whyNotStep(gone, 'opened', '2026-03-31', today)).toBe('award-ended');
    expect(stageOf(gone)).toBe('revoked');
    expect(stageOf(opened)).toBe('opened');
    expect(stageOf(fresh)).toBe('awarded');
  });
});

describe('payments', () => {
  const money = { ...fresh, signedOn: '2026-01-20', amountCents: 100_000, paidCents: 60_000 };
  test('cannot exceed the award', () => {
    expect(whyNotPaid(money, { cents: 40_000, paidOn: today }, today)).toBeNull();
    expect(whyNotPaid(money, { cents: 40_001, paidOn: today }, today)).toBe('paid-beyond');
    expect(whyNotPaid({ ...money, amountCents: null }, { cents: 1, paidOn: today }, today)).toBe('no-money');
  });

  test('cannot precede the signing', () => {
    const pay = (signedOn: string | null, paidOn: string) =>
      whyNotPaid({ ...money, signedOn }, { cents: 1, paidOn }, today);
    expect(pay(null, today)).toBe('not-signed');
    expect(pay('2026-01-20', '2026-01-19')).toBe('not-signed');
    expect(pay('2026-01-20', '2026-01-20')).toBeNull();
  });

  test('stop with a revocation, but not with the end of the term', () => {
    const ended = (endedAs: 'revoked' | 'term-ended') => ({ ...money, endedOn: today, endedAs });
    expect(whyNotPaid(ended('revoked'), { cents: 1, paidOn: today }, today)).toBe('award-ended');
    expect(whyNotPaid(ended('term-ended'), { cents: 1, paidOn: today }, today)).toBeNull();
  });
});

describe('checks', () => {
  test('are due 6, 12 and 24 months after the opening, clamped to the end of the month', () => {
    expect(checksOf(opened, [], '2026-09-01').map(({ dueOn, state }) => [dueOn, state])).toEqual([
      ['2026-09-30', 'due-soon'],
      ['2027-03-31', 'to-come'],
      ['2028-03-31', 'to-come'],
    ]);
    expect(checksOf(opened, [], '2026-10-01')[0]?.state).toBe('overdue');
  });

  test('count from the signing if there is no space to open', () => {
    const signed = { ...fresh, signedOn: '2026-01-20' };
    expect(checksOf(signed, [], today)).toEqual([]);
    expect(checksOf({ ...signed, hasSpace: false }, [], today)[0]?.dueOn).toBe('2026-07-20');
  });

  test('are not due again once made, and not due after the award ended', () => {
    const made = [{ months: 6, checkedOn: '2026-09-20' }];
    expect(nextCheck(checksOf(opened, made, '2026-12-01'))?.months).toBe(12);
    const ended = { ...opened, endedOn: '2026-10-01', endedAs: 'gave-up' as const };
    expect(checksOf(ended, made, '2026-12-01').map(({ months }) => months)).toEqual([6]);
    expect(checksOf(ended, made, '2026-09-30')).toHaveLength(3);
  });

  test('require findings unless they were simply passed', () => {
    const [check, later] = [{ months: 6, checkedOn: '2026-09-20', words: null } as const, '2026-10-01'];
    expect(whyNotChecked(opened, { ...check, outcome: 'passed' }, later)).toBeNull();
    expect(whyNotChecked(opened, { ...check, outcome: 'failed' }, later)).toBe('remarks-needed');
    expect(whyNotChecked(fresh, { ...check, outcome: 'passed' }, later)).toBe('not-begun');
  });

  test('can be made at most a month before they are due', () => {
    const check = (months: 6 | 24, checkedOn: string) =>
      whyNotChecked(opened, { months, checkedOn, outcome: 'passed', words: null }, '2028-06-01');
    expect(check(6, '2026-08-29')).toBe('check-early');
    expect(check(6, '2026-08-30')).toBeNull();
    expect(check(24, '2026-08-30')).toBe('check-early');
    expect(check(24, '2028-02-29')).toBeNull();
  });

  test('of an award are dropped on the day it ends, except those made', () => {
    const ended = { ...opened, endedOn: '2026-10-01', endedAs: 'gave-up' as const };
    expect(checksOf(ended, [], '2026-09-30')).toHaveLength(3);
    expect(checksOf(ended, [], '2026-10-01')).toEqual([]);
    expect(checksOf(ended, [], '2026-10-02')).toEqual([]);
  });

  test('are overdue from the day after, and due soon from 30 days before', () => {
    const first = (day: string) => checksOf(opened, [], day)[0]?.state;
    expect(['2026-08-30', '2026-08-31', '2026-09-30', '2026-10-01'].map(first)).toEqual([
      'to-come',
      'due-soon',
      'due-soon',
      'overdue',
    ]);
  });

  test('of an ended award can be recorded up to its end', () => {
    const ended = { ...opened, endedOn: '2026-10-01', endedAs: 'term-ended' as const };
    const check = (award: Standing, checkedOn: string) =>
      whyNotChecked(award, { months: 6, checkedOn, outcome: 'passed', words: null }, '2026-12-01');
    expect(check(ended, '2026-09-30')).toBeNull();
    expect(check(ended, '2026-10-01')).toBeNull();
    expect(check(ended, '2026-10-02')).toBe('award-ended');
    expect(check(opened, '2026-10-02')).toBeNull();
  });

  test('cannot be made before their period begins or in the future', () => {
    const check = (checkedOn: string, today: string) =>
      whyNotChecked(opened, { months: 6, checkedOn, outcome: 'failed', words: { it: 'Chiuso' } }, today);
    expect(check('2026-03-30', '2026-12-01')).toBe('step-order');
    expect(check('2026-03-31', '2026-12-01')).toBe('check-early');
    expect(check('2026-10-02', '2026-10-01')).toBe('date-future');
    expect(check('2026-10-01', '2026-10-01')).toBeNull();
  });
});

test('a revocation requires act and reason, and no end precedes the last step', () => {
  const end = { as: 'revoked' as const, on: '2026-05-01', act: 'Determina n. 5', reason: { it: 'Mai aperta' } };
  expect(whyNotEnded(opened, end, today)).toBeNull();
  expect(whyNotEnded(opened, { ...end, act: null }, today)).toBe('act-needed');
  expect(whyNotEnded(opened, { ...end, reason: null }, today)).toBe('why-needed');
  expect(whyNotEnded(opened, { ...end, on: '2026-03-30' }, today)).toBe('step-order');
  expect(whyNotEnded(fresh, { ...end, as: 'term-ended' }, today)).toBe('not-begun');
});

test('the key of an award identifies its application, if there is one', () => {
  expect(numberOf('bando', 'bando.a12')).toBe(12);
  expect(numberOf('bando', 'bando.apples')).toBeNull();
  expect(numberOf('bando', 'altro.a1')).toBeNull();
});
