// SPDX-License-Identifier: AGPL-3.0-or-later
import { elided } from '../../http/rules.ts';

export type Language = 'it' | 'en';

export interface Letter {
  subject: string;
  body: string;
}

const italianZones = ['Europe/Rome', 'Europe/Vatican', 'Europe/San_Marino'];

/** Formats an instant to the minute in the programme's time zone, with the zone's name. */
export const momentIn = (language: Language, at: string, timeZone: string): string => {
  const locale = language === 'it' ? 'it-IT' : 'en-GB';
  const said = (style: Intl.DateTimeFormatOptions) => new Date(at).toLocaleString(locale, { ...style, timeZone });
  const day = said({ day: 'numeric', month: 'long', year: 'numeric' });
  const time = said({ hour: '2-digit', minute: '2-digit' });
  const abroad = new Intl.DateTimeFormat(locale, { timeZone, timeZoneName: 'short' })
    .formatToParts(new Date(at))
    .find(({ type }) => type === 'timeZoneName')?.value;
  const italian = language === 'it' ? 'ora italiana' : 'Italian time';
  const zone = italianZones.includes(timeZone) ? italian : abroad;
  return `${day} ${language === 'it' ? 'alle' : 'at'} ${time} (${zone})`;
};

const closing = {
  it: '\n\n—\nOfficina. Messaggio automatico: non serve rispondere.\n',
  en: '\n\n—\nOfficina. Automatic message: no reply is needed.\n',
};
export const letter = (language: Language, subject: string, lines: string[]): Letter => ({
  subject,
  body: lines.join('\n') + closing[language],
});

/** Sign-in link mail; `minutes` is the link's validity. */
export function linkLetter(language: Language, address: string, minutes: number): Letter {
  return language === 'it'
    ? letter('it', 'Il tuo accesso a Officina', [
        'Apri questo link nello stesso browser in cui l’hai chiesto:',
        '',
        address,
        '',
        `Vale una volta sola, per ${minutes} minuti. Se non l’hai chiesto tu, ignora questo messaggio: nessun accesso è avvenuto.`,
      ])
    : letter('en', 'Your sign-in to Officina', [
        'Open this link in the same browser in which you requested it:',
        '',
        address,
        '',
        `It works once, for ${minutes} minutes. If you did not request it, ignore this message: nobody has signed in.`,
      ]);
}

/** Mail to an address without an account, so that the page does not have to reveal this. */
export function unknownLetter(language: Language): Letter {
  return language === 'it'
    ? letter('it', 'Officina: nessun account per questo indirizzo', [
        'È stato chiesto un accesso a Officina con questo indirizzo, che non ha un account.',
        'Chiedi un invito all’amministrazione del programma.',
      ])
    : letter('en', 'Officina: no account for this address', [
        'A sign-in to Officina was requested with this address, which has no account.',
        'Ask the programme’s administration for an invitation.',
      ]);
}

interface Invited {
  address: string;
  programme: string;
  /** Null for those who register themselves: what they typed is not repeated to the address. */
  office: string | null;
  until: string;
}

/** `until` is the formatted last day of validity. */
export function invitationLetter(language: Language, { address, programme, office, until }: Invited): Letter {
  const within = office === null ? '' : ` (${office})`;
  return language === 'it'
    ? letter('it', `Invito: ${programme}`, [
        `Hai ricevuto un invito a lavorare al programma «${programme}» in Officina${within}.`,
        '',
        address,
        '',
        elided(`L’invito vale una volta sola, fino al ${until}.`),
      ])
    : letter('en', `Invitation: ${programme}`, [
        `You have received an invitation to work on the programme “${programme}” in Officina${within}.`,
        '',
        address,
        '',
        `The invitation works once, until ${until}.`,
      ]);
}
