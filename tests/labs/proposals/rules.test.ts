// SPDX-License-Identifier: AGPL-3.0-or-later
import { describe, expect, test } from 'vitest';
import { lookalikeOf } from '../../../api/labs/proposals/rules.ts';
import { answerLetter, requestLetter, waitingLetter, whyNotAnswered } from '../../../api/platform/requests/rules.ts';

describe('a possible duplicate', () => {
  test('is found by name, site, location, or several of them', () => {
    expect(lookalikeOf({ likeness: 0.45, sameSite: false, km: null })).toEqual(['name']);
    expect(lookalikeOf({ likeness: 0.44, sameSite: true, km: 0.15 })).toEqual(['site', 'place']);
    expect(lookalikeOf({ likeness: 0, sameSite: false, km: 0.151 })).toEqual([]);
    expect(lookalikeOf({ likeness: 1, sameSite: true, km: 0 })).toEqual(['name', 'site', 'place']);
  });
});

describe('an answer', () => {
  test('is final, and a refusal needs a reason', () => {
    expect(whyNotAnswered({ state: 'open', accepted: true, words: false })).toBeNull();
    expect(whyNotAnswered({ state: 'open', accepted: false, words: false })).toBe('words-needed');
    expect(whyNotAnswered({ state: 'open', accepted: false, words: true })).toBeNull();
    for (const state of ['accepted', 'refused', 'ended'])
      expect(whyNotAnswered({ state, accepted: true, words: true })).toBe('answered-already');
  });
});

describe('the mails', () => {
  test.each(['proposal', 'claim', 'need'] as const)('confirm a %s by the link alone, in both languages', (kind) => {
    const address = 'https://o.example/it/request#secret';
    for (const language of ['it', 'en'] as const) {
      const { subject, body } = requestLetter(language, kind, address);
      expect(body.split('\n')).toContain(address);
      expect(subject).not.toContain('secret');
    }
    expect(requestLetter('it', kind, address).subject).not.toBe(requestLetter('en', kind, address).subject);
  });

  test('with an answer contain its text', () => {
    const of = { accepted: false, about: 'Officina', answer: 'Manca la prova.', address: 'https://x' };
    expect(answerLetter('it', of).subject).toContain('non accolta');
    expect(answerLetter('it', of).body).toContain('Manca la prova.');
    expect(answerLetter('en', { ...of, accepted: true, answer: null }).subject).toContain('Request accepted: Officina');
  });

  test('on pending requests state their age, and who else is notified', () => {
    const of = { kind: 'claim', item: 'Officina', days: 12, address: 'https://x', escalated: false } as const;
    expect(waitingLetter('it', of).subject).toContain('in attesa da 12 giorni: Officina');
    expect(waitingLetter('it', { ...of, item: null }).subject).toContain(
      'in attesa da 12 giorni: gestione di una scheda',
    );
    expect(waitingLetter('en', { ...of, days: 31, escalated: true }).body).toContain('administration');
  });
});
