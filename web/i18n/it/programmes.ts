// SPDX-License-Identifier: AGPL-3.0-or-later
export const programmes = {
  programmes: {
    title: 'I programmi',
    nothingKnown: 'Di quel giorno non si sa ancora niente',
    nothingKnownOn: 'Al {{date}} di questo programma non era registrato nulla.',
    firstDay: 'Vai al primo giorno noto, {{date}}',
  },
} as const;
