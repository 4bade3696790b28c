// SPDX-License-Identifier: AGPL-3.0-or-later

/** Faults of a single request field; problems.ts holds the messages. */
export type ParameterFault =
  | 'malformed-date'
  | 'date-in-future'
  | 'unknown-parameter'
  | 'unknown-value'
  | 'out-of-range'
  | 'beyond-years'
  | 'not-text'
  | 'missing'
  | 'unknown-column'
  | 'missing-column'
  | 'column-twice'
  | 'too-deep'
  | 'too-many-values'
  | 'name-too-long'
  | 'malformed';

/** Rules of plan commands; words.ts holds the messages. */
export type KeepingRule =
  | 'version-without-key'
  | 'not-adopted'
  | 'adopted-already'
  | 'reached-already'
  | 'withdrawn-already'
  | 'awaits-check'
  | 'cycle-closed'
  | 'figure-fixed'
  | 'date-needed'
  | 'date-past'
  | 'date-future'
  | 'date-before'
  | 'same-date'
  | 'reason-needed'
  | 'weights-differ'
  | 'order-incomplete'
  | 'circle'
  | 'evidence-needed'
  | 'nothing-to-check'
  | 'own-closing'
  | 'words-needed'
  | 'closing-rests'
  | 'days-reversed'
  | 'cycle-empty'
  | 'undated-milestones'
  | 'cycle-not-empty'
  | 'not-a-draft'
  | 'draft-still'
  | 'nothing-unfinished'
  | 'not-unfinished'
  | 'same-review'
  | 'closing-awaits'
  | 'cycle-days-fixed'
  | 'undo-done'
  | 'undo-meanwhile'
  | 'undo-loaded'
  | 'undo-adoption'
  | 'undo-promise'
  | 'undo-closing'
  | 'undo-first-forecast'
  | 'undo-too-late'
  | 'undo-elsewhere'
  | 'hours-reversed'
  | 'hours-overlap'
  | 'point-half'
  | 'point-nowhere'
  | 'point-outside'
  | 'closed-while-open'
  | 'same-lab'
  | 'photos-enough'
  | 'qualification-stands'
  | 'requirement-empty'
  | 'lab-kept'
  | 'request-ended'
  | 'answered-already';

/** Rules of the boundary import, for the file or one feature. */
export type BoundaryRule =
  | 'not-geojson'
  | 'no-features'
  | 'crs-unknown'
  | 'crs-missing'
  | 'boundaries-elsewhere'
  | 'zone-unmatched'
  | 'zone-twice'
  | 'no-polygon'
  | 'parts-without-area';

/** Rules of call commands, from draft to ranking. */
export type CallRule =
  | 'file-named'
  | 'instant-needed'
  | 'questions-late'
  | 'budget-needed'
  | 'most-below-least'
  | 'budget-below-least'
  | 'criteria-unused'
  | 'weights-not-hundred'
  | 'threshold-beyond'
  | 'lots-unused'
  | 'lots-needed'
  | 'lots-twice'
  | 'space-not-available'
  | 'call-closed'
  | 'call-not-open'
  | 'call-not-closed'
  | 'amendment-empty'
  | 'amendment-takes'
  | 'application-incomplete'
  | 'submitted-late'
  | 'not-submitted'
  | 'aid-exceeded'
  | 'firm-placed'
  | 'budget-none'
  | 'tie-unknown'
  | 'evaluator-scored'
  | 'ranking-published'
  | 'scores-seen'
  | 'consensus-open'
  | 'objections-until-needed'
  | 'objections-cut'
  | 'requests-open'
  | 'request-above-most'
  | 'request-below-least'
  | 'request-above-share'
  | 'space-held'
  | 'conflict-declared'
  | 'points-beyond'
  | 'scores-open'
  | 'ranking-final'
  | 'ranking-missing'
  | 'nothing-to-grant'
  | 'award-stands'
  | 'award-ended'
  | 'before-award'
  | 'step-missing'
  | 'step-order'
  | 'no-keys'
  | 'not-begun'
  | 'no-money'
  | 'not-signed'
  | 'paid-beyond'
  | 'count-half'
  | 'check-early'
  | 'remarks-needed'
  | 'act-needed'
  | 'why-needed'
  | 'questions-over'
  | 'question-answered'
  | 'request-over'
  | 'excluded-already'
  | 'not-excluded'
  | 'bonus-not-claimed'
  | 'objections-over'
  | 'objections-open'
  | 'round-closed'
  | 'nobody-scored'
  | 'ranked-only'
  | 'files-enough';

/** Rules of the space census. */
export type SpaceRule =
  | 'space-there'
  | 'space-by-call'
  | 'space-step'
  | 'space-before'
  | 'blur-private'
  | 'photo-tells-place'
  | 'plan-there';

const elisions: Record<string, string> = {
  il: 'l’',
  la: 'l’',
  al: 'all’',
  alla: 'all’',
  dal: 'dall’',
  dalla: 'dall’',
  del: 'dell’',
  della: 'dell’',
  nel: 'nell’',
  nella: 'nell’',
  sul: 'sull’',
  sulla: 'sull’',
  i: 'gli\u00a0',
  ai: 'agli\u00a0',
  dai: 'dagli\u00a0',
  dei: 'degli\u00a0',
  nei: 'negli\u00a0',
  sui: 'sugli\u00a0',
};
const beforeVowel = new RegExp(
  `(?<![\\p{L}\\d’'])(${Object.keys(elisions).join('|')})[ \\u00a0](?=8|11(?!\\d))`,
  'giu',
);

/** Italian elides articles and prepositions before 8 and 11: "all’8 marzo", "dell’11 %", "degli 8 traguardi". */
export const elided = (words: string): string =>
  words.replace(beforeVowel, (whole, word: string, at: number) => {
    // A capital I within a text is a Roman numeral.
    if (word === 'I' && at > 0) return whole;
    const said = elisions[word.toLowerCase()] ?? whole;
    return word.charAt(0) === word.charAt(0).toLowerCase() ? said : said.charAt(0).toUpperCase() + said.slice(1);
  });

/** Formats a civil day: "28 marzo 2019". */
export const dayIn = (language: 'it' | 'en', day: string): string =>
  new Date(`${day}T12:00:00Z`).toLocaleDateString(language === 'it' ? 'it-IT' : 'en-GB', {
    dateStyle: 'long',
    timeZone: 'UTC',
  });
