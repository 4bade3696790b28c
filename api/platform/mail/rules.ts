// SPDX-License-Identifier: AGPL-3.0-or-later
export type Language = 'it' | 'en';

export interface Letter {
  subject: string;
  body: string;
}

/** A civil day as a letter says it. */
export const dayIn = (language: Language, day: string): string =>
  new Date(`${day}T12:00:00Z`).toLocaleDateString(language === 'it' ? 'it-IT' : 'en-GB', {
    dateStyle: 'long',
    timeZone: 'UTC',
  });

/** An instant as a letter says it, in the city's time and with its name. */
export const momentIn = (language: Language, at: string, timeZone: string): string =>
  new Date(at).toLocaleString(language === 'it' ? 'it-IT' : 'en-GB', {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    timeZoneName: 'short',
    timeZone,
  });

const closing = {
  it: '\n\n—\nOfficina. Questo messaggio è automatico: non serve rispondere.\n',
  en: '\n\n—\nOfficina. This message is automatic: there is no need to answer.\n',
};
export const letter = (language: Language, subject: string, lines: string[]): Letter => ({
  subject,
  body: lines.join('\n') + closing[language],
});

/** The link by which somebody signs in; `minutes` it stays good. */
export function linkLetter(language: Language, address: string, minutes: number): Letter {
  return language === 'it'
    ? letter('it', 'Il tuo accesso a Officina', [
        'Apri questo indirizzo nello stesso browser in cui hai chiesto di entrare:',
        '',
        address,
        '',
        `Vale una volta sola, per ${minutes} minuti. Se non sei stato tu a chiederlo, ignora questo messaggio: nessuno è entrato.`,
      ])
    : letter('en', 'Your sign-in to Officina', [
        'Open this address in the browser in which you asked to sign in:',
        '',
        address,
        '',
        `It works once, for ${minutes} minutes. If it was not you who asked, ignore this message: nobody has signed in.`,
      ]);
}

/** Answers whoever asks for a link and has no account, so that the page need not say so. */
export function unknownLetter(language: Language): Letter {
  return language === 'it'
    ? letter('it', 'Officina: nessun accesso per questo indirizzo', [
        'Qualcuno ha chiesto di entrare in Officina con questo indirizzo, che non ha un accesso.',
        'Chi amministra il programma può invitarti.',
      ])
    : letter('en', 'Officina: no account for this address', [
        'Somebody asked to sign in to Officina with this address, which has no account.',
        'Whoever administers the programme can invite you.',
      ]);
}

interface Invited {
  address: string;
  programme: string;
  office: string;
  until: string;
}

/** `until` is the last day, as it is to be read. */
export function invitationLetter(language: Language, { address, programme, office, until }: Invited): Letter {
  return language === 'it'
    ? letter('it', `Invito a ${programme}`, [
        `Sei invitato a lavorare al programma «${programme}» in Officina (${office}).`,
        '',
        address,
        '',
        `L'invito vale una volta sola, fino al ${until}.`,
      ])
    : letter('en', `Invitation to ${programme}`, [
        `You are invited to work on the programme “${programme}” in Officina (${office}).`,
        '',
        address,
        '',
        `The invitation works once, until ${until}.`,
      ]);
}
