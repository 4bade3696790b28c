// SPDX-License-Identifier: AGPL-3.0-or-later
import { describe, expect, test } from 'vitest';
import {
  answerersOf,
  digestLetter,
  reminderLetter,
  reminderOfCheck,
  remindersOf,
  type Watched,
} from '../../../api/plan/reminders/rules.ts';

const today = '2026-11-21';
const watched = (more: Partial<Watched> = {}): Watched => ({
  key: 'apertura',
  programme: 'milano',
  name: { it: 'Apertura', en: 'Opening' },
  area: { key: 'spazi', name: { it: 'Spazi' } },
  promise: { date: '2027-03-01', precision: 'day' },
  status: 'on-track',
  done: null,
  withdrawnOn: null,
  notReportedSince: null,
  awaitingCheck: false,
  sentBack: null,
  ...more,
});
const due = (date: string, status: Watched['status'] = 'on-track') =>
  watched({ promise: { date, precision: 'day' }, status });
const kinds = (milestone: Watched) => remindersOf(milestone, today).map(({ kind }) => kind);

describe('a milestone', () => {
  test('triggers reminders 14 and 3 days before it is due, and once it is late', () => {
    expect(kinds(due('2026-12-06'))).toEqual([]);
    expect(kinds(due('2026-12-05'))).toEqual(['due-14']);
    expect(kinds(due('2026-11-25'))).toEqual(['due-14']);
    expect(kinds(due('2026-11-24'))).toEqual(['due-3']);
    expect(kinds(due('2026-11-21'))).toEqual(['due-3']);
    expect(kinds(due('2026-11-20', 'late'))).toEqual(['late']);
  });

  test('triggers a reminder when its closing is sent back, and when nobody reports', () => {
    expect(kinds(watched({ sentBack: '2026-11-20', notReportedSince: '2026-10-01' }))).toEqual([
      'sent-back',
      'not-reported',
    ]);
  });

  test('triggers none when reached, withdrawn, without outcome, or with a pending closing', () => {
    for (const status of ['reached-on-time', 'reached-late', 'withdrawn', 'not-recorded'] as const)
      expect(kinds(watched({ status, notReportedSince: '2026-10-01' }))).toEqual([]);
    expect(kinds({ ...due('2026-11-20', 'late'), awaitingCheck: true })).toEqual([]);
  });

  test('has the same reminder every day until it is re-planned', () => {
    const once = (milestone: Watched, day: string) => remindersOf(milestone, day)[0]?.once;
    expect(once(due('2026-12-05'), today)).toBe(once(due('2026-12-05'), '2026-11-24'));
    expect(once(due('2026-12-05'), today)).not.toBe(once(due('2026-12-04'), today));
  });
});

test('a check of an award triggers a reminder when due soon, and another when overdue', () => {
  const of = (state: string) =>
    reminderOfCheck({
      programme: 'milano',
      award: 'bando.a1',
      name: { it: 'Bottega' },
      due: { months: 6, dueOn: '2026-12-01', state },
    });
  expect([of('due-soon').kind, of('overdue').kind]).toEqual(['check-soon', 'check-late']);
  expect(of('due-soon').once).not.toBe(of('overdue').once);
  const letter = reminderLetter('it', 'https://officina.example', [of('overdue')]);
  expect(letter.subject).toContain('Bottega: controllo in ritardo');
  expect(letter.body).toContain('https://officina.example/it/milano/awards/bando.a1');
});

describe('the person responsible for an area', () => {
  const official = (accountId: number, areas: string[] | null) => ({ accountId, role: 'official' as const, areas });
  const administrator = { accountId: 9, role: 'administrator' as const, areas: null };
  test('is its own official, otherwise a general one, otherwise an administrator', () => {
    expect(answerersOf('spazi', [official(1, ['spazi']), official(2, null), administrator])).toEqual([1]);
    expect(answerersOf('studi', [official(1, ['spazi']), official(2, null), administrator])).toEqual([2]);
    expect(answerersOf('studi', [official(1, ['spazi']), administrator])).toEqual([9]);
    expect(answerersOf('studi', [{ accountId: 4, role: 'board', areas: null }])).toEqual([]);
  });
});

describe('a mail', () => {
  test('is in the language of the person and links directly to the report', () => {
    const { subject, body } = reminderLetter('en', 'https://o.example', remindersOf(due('2026-11-20', 'late'), today));
    expect(subject).toBe('Opening: late');
    expect(body).toContain('https://o.example/en/milano/milestones/apertura?do=report');
    expect(body).toContain('20 November 2026');
    expect(reminderLetter('it', '', remindersOf(due('2026-11-20', 'late'), today)).body).toContain('in ritardo');
  });

  test('of the weekly digest is not sent if it is empty', () => {
    expect(digestLetter('it', '', { milestones: [watched()] }, today)).toBeNull();
    expect(digestLetter('it', '', { milestones: [watched({ awaitingCheck: true })] }, today)?.body).toContain(
      'in attesa di controllo',
    );
  });
});
