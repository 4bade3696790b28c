// SPDX-License-Identifier: AGPL-3.0-or-later
import type { help as italian } from '../it/help.ts';
import type { Translation } from '../shape.ts';

export const help: Translation<typeof italian> = {
  help: {
    promise: {
      term: 'Promised date and forecast',
      line: 'The promised date is binding and stays on record; the forecast says when completion is expected.',
    },
    status: {
      term: 'On track, at risk, late',
      line: 'The status is judged by the current promised date; the delay counts from the first one, so a rescheduled milestone can be on track with days of delay.',
    },
    weight: {
      term: 'Promised, reached, weight',
      line: 'Shares of the milestones, each with its weight: promised is what was due by now according to the first dates, reached is what has been reached. The SPI index is reached ÷ promised.',
    },
    evidence: {
      term: 'Evidence and second person',
      line: 'Evidence is a document or a link that shows the result; normally a second person checks it before the milestone counts as reached.',
    },
    asOf: { term: 'As of a day', line: 'The pages show what was known on that day, even if it was corrected later.' },
    quotient: {
      term: 'Location quotient',
      line: 'The zone’s share divided by its share of the population: 1 = in proportion to its inhabitants, 2 = twice.',
    },
    periphery: {
      term: '‹Periphery›: what the share rests on',
      line: 'The share counts only items whose zone is known; the number without a zone is shown beside it and is excluded.',
    },
    money: {
      term: 'Allocated, committed, paid',
      line: 'Allocated: set aside for a purpose; committed: bound by an act to a recipient; paid: transferred. An earmark fixes the minimum share for a purpose.',
    },
    procedure: {
      term: 'Ranking, first-come fund, lot',
      line: 'Ranking: the highest scores win. First-come fund: order of arrival while money lasts. Negotiated: agreed with the parties. Cascade call: a recipient awards the money on. Lot: each space on offer.',
    },
    criteria: {
      term: 'Threshold, minimum, bonus, scale',
      line: 'Threshold: total points to be eligible. Minimum: points required in one criterion. Bonus: extra points. Scale: the highest mark before weighting.',
    },
    draw: {
      term: 'Draw of lots, seed, fingerprint',
      line: 'The fingerprint published beforehand proves that the seed, and so the outcome of the draw, was not chosen afterwards.',
    },
    aid: {
      term: 'De minimis and single undertaking',
      line: 'Public aid received by all linked firms, counted as one: at most €300,000 in three years.',
    },
    next: {
      term: 'Ranking after withdrawals',
      line: 'An applicant who declines makes room for the next in the ranking.',
    },
    objections: {
      term: 'Objections and appeal',
      line: 'They go to the office of the call by the deadline shown, from the page of the application; the office decides on each before the final ranking. An appeal remains possible within the legal time limits.',
    },
    office: {
      term: 'Officer in charge',
      line: 'Name and contacts are in the official notice of the call; questions are sent from this page.',
    },
    qualified: {
      term: 'Qualified list',
      line: 'Labs whose compliance with the programme’s requirements the office has verified, until the date shown.',
    },
    passkey: {
      term: 'Passkey',
      line: 'A key stored on the device: you sign in with a fingerprint, a face or a code, without a password.',
    },
    okw: { term: 'Open Know-Where', line: 'An open international format for describing labs and machines.' },
  },
};
