// SPDX-License-Identifier: AGPL-3.0-or-later
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  acts,
  actsOpen,
  brokenLetter,
  decisionLetter,
  labActs,
  type Measure,
  metBy,
  officialActs,
  type QualificationAct,
  type Step,
  standingOf,
  whyNotStep,
} from '../../../api/labs/qualification/rules.ts';

const step = (act: QualificationAct, madeOn: string, untilOn: string | null = null): Step => ({ act, madeOn, untilOn });
const applied = step('applied', '2026-01-01');
const qualified = step('qualified', '2026-01-10', '2026-12-31');

describe('the qualification status', () => {
  test('of a lab without acts, or with only an application, is never qualified', () => {
    expect(standingOf([], '2026-06-01')).toEqual({ state: 'never', since: null, until: null, application: null });
    expect(standingOf([applied], '2026-06-01')).toMatchObject({ state: 'never', application: 'open' });
  });

  test('waits for the lab after a request, and for the office after its answer', () => {
    const asked = [applied, step('asked', '2026-01-02')];
    expect(standingOf(asked, '2026-06-01').application).toBe('asked');
    expect(standingOf([...asked, step('answered', '2026-01-03')], '2026-06-01').application).toBe('open');
    expect(standingOf([...asked, step('refused', '2026-01-03')], '2026-06-01')).toMatchObject({
      state: 'never',
      application: null,
    });
  });

  test('is valid up to and including its last day', () => {
    expect(standingOf([applied, qualified], '2026-12-31')).toEqual({
      state: 'qualified',
      since: '2026-01-10',
      until: '2026-12-31',
      application: null,
    });
    expect(standingOf([applied, qualified], '2027-01-01').state).toBe('expired');
  });

  test('keeps its start if renewed in time, and restarts if renewed too late', () => {
    const inTime = step('renewed', '2026-12-31', '2027-12-31');
    const late = step('renewed', '2027-01-01', '2027-12-31');
    expect(standingOf([qualified, inTime], '2027-06-01')).toMatchObject({ since: '2026-01-10', until: '2027-12-31' });
    expect(standingOf([qualified, late], '2027-06-01')).toMatchObject({ since: '2027-01-01', until: '2027-12-31' });
  });

  test('is not interrupted by a suspension that was lifted', () => {
    const suspended = [qualified, step('suspended', '2026-03-01')];
    expect(standingOf(suspended, '2026-04-01')).toMatchObject({ state: 'suspended', until: '2026-12-31' });
    const resumed = [...suspended, step('resumed', '2026-05-01', '2026-12-31')];
    expect(standingOf(resumed, '2026-06-01')).toMatchObject({ state: 'qualified', since: '2026-01-10' });
  });

  test('expires during a suspension: it can be renewed, but not resumed', () => {
    const steps = [qualified, step('suspended', '2026-03-01')];
    const standing = standingOf(steps, '2027-01-01');
    expect(standing.state).toBe('expired');
    expect(actsOpen(standing, officialActs)).toEqual(['renewed']);
  });

  test('restarts with the next qualification after it ended', () => {
    const ended = [qualified, step('ended', '2026-03-01')];
    expect(standingOf(ended, '2026-04-01').state).toBe('ended');
    const again = [...ended, step('applied', '2026-05-01'), step('qualified', '2026-05-10', '2027-05-10')];
    expect(standingOf(again, '2026-06-01')).toMatchObject({ state: 'qualified', since: '2026-05-10' });
  });

  test('is unchanged by a new application while qualified, even a refused one', () => {
    const again = [qualified, step('applied', '2026-05-01')];
    expect(standingOf(again, '2026-06-01')).toMatchObject({ state: 'qualified', application: 'open' });
    expect(standingOf([...again, step('refused', '2026-05-02')], '2026-06-01')).toMatchObject({
      state: 'qualified',
      application: null,
    });
  });
});

const later = (day: string, days: number) => new Date(Date.parse(day) + days * 864e5).toISOString().slice(0, 10);

describe('a step', () => {
  const acting = (act: QualificationAct, more: { until?: string; words?: boolean } = {}) => ({
    act,
    today: '2026-06-01',
    until: more.until ?? null,
    words: more.words ?? false,
  });

  test('needs a future expiry date to qualify, and a reason to request, refuse, suspend or end', () => {
    const open = standingOf([applied], '2026-06-01');
    expect(whyNotStep(open, acting('qualified'))).toBe('date-needed');
    expect(whyNotStep(open, acting('qualified', { until: '2026-06-01' }))).toBe('date-past');
    expect(whyNotStep(open, acting('qualified', { until: '2026-06-02' }))).toBeNull();
    expect(whyNotStep(open, acting('asked'))).toBe('words-needed');
    expect(whyNotStep(open, acting('refused'))).toBe('words-needed');
    const held = standingOf([qualified], '2026-06-01');
    expect(whyNotStep(held, acting('suspended'))).toBe('words-needed');
    expect(whyNotStep(held, acting('ended', { words: true }))).toBeNull();
  });

  test('is refused if the status does not allow it', () => {
    const never = standingOf([], '2026-06-01');
    for (const act of acts.filter((one) => one !== 'applied'))
      expect(whyNotStep(never, acting(act, { until: '2027-01-01', words: true })), act).toBe('qualification-stands');
    const open = standingOf([applied], '2026-06-01');
    expect(whyNotStep(open, acting('applied'))).toBe('qualification-stands');
    expect(whyNotStep(open, acting('answered', { words: true }))).toBe('qualification-stands');
  });

  test('is offered exactly if it is allowed, and every path keeps since, until and state consistent', () => {
    const anyPath = fc.array(fc.tuple(fc.constantFrom(...acts), fc.integer({ min: 1, max: 300 }), fc.nat(60)), {
      maxLength: 14,
    });
    fc.assert(
      fc.property(anyPath, (path) => {
        const steps: Step[] = [];
        let today = '2026-01-01';
        for (const [act, days, wait] of path) {
          today = later(today, wait);
          const before = standingOf(steps, today);
          const dated = act === 'qualified' || act === 'renewed';
          const until = dated ? later(today, days) : null;
          const rule = whyNotStep(before, { act, today, until, words: true });
          expect(rule === null).toBe(actsOpen(before, [...labActs, ...officialActs]).includes(act));
          if (rule !== null) continue;
          const untilOn = act === 'resumed' ? before.until : until;
          // Invariants that the database enforces for each step.
          if (untilOn !== null) expect(untilOn >= today).toBe(true);
          steps.push(step(act, today, untilOn));
          const after = standingOf(steps, today);
          if (after.state === 'qualified') {
            expect((after.since ?? '9') <= today && (after.until ?? '') >= today).toBe(true);
            if (before.state === 'qualified') expect(after.since).toBe(before.since);
          }
          if (after.state === 'never') expect([after.since, after.until]).toEqual([null, null]);
        }
      }),
      { numRuns: 2000 },
    );
  });
});

const nothing: Record<Measure, number | null> = {
  workstations: null,
  'floor-area': null,
  machines: 0,
  processes: 0,
  services: 0,
  staff: null,
  'open-access': null,
};

describe('a requirement', () => {
  const ten = { key: 'posti', measure: 'workstations' as const, atLeast: 10, document: false };
  const met = (of: object, workstations: number | null, documented = false) =>
    metBy({ ...ten, ...of }, { measures: { ...nothing, workstations }, documented });

  test('is met at or above its value, not met below, and unknown without data', () => {
    expect(met({}, 10)).toBe('yes');
    expect(met({}, 9)).toBe('no');
    expect(met({}, null)).toBe('unknown');
  });

  test('with a document is unknown until it is uploaded, and a document does not replace a missing value', () => {
    expect(met({ document: true }, 10)).toBe('unknown');
    expect(met({ document: true }, 10, true)).toBe('yes');
    expect(met({ document: true }, 9, true)).toBe('no');
    expect(met({ measure: null, atLeast: null, document: true }, null)).toBe('unknown');
    expect(met({ measure: null, atLeast: null, document: true }, null, true)).toBe('yes');
  });
});

describe('the mails', () => {
  test('say that the qualification remains if a requirement is no longer met', () => {
    const words = {
      lab: { it: 'Officina' },
      requirement: { it: 'Dieci posti', en: 'Ten places' },
      address: 'https://x',
    };
    expect(brokenLetter('it', words).body).toContain('La qualificazione resta');
    expect(brokenLetter('en', words).body).toContain('Ten places');
  });

  test.each(officialActs)('tell of "%s" in both languages, with the reason', (act) => {
    const of = { lab: { it: 'Officina' }, act, reason: { it: 'Perché sì.' }, address: 'https://x' };
    const [it, en] = [decisionLetter('it', of), decisionLetter('en', of)];
    expect(it.subject).not.toBe(en.subject);
    expect(it.subject).not.toContain(act);
    expect(it.body).toContain('Perché sì.');
  });
});
