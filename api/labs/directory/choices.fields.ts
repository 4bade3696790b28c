// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Choices } from '../../platform/fields/rules.ts';

export const labKindWords = {
  fablab: { it: 'fablab', en: 'fablab' },
  makerspace: { it: 'makerspace', en: 'makerspace' },
  hub: { it: 'hub', en: 'hub' },
  incubator: { it: 'incubatore', en: 'incubator' },
  accelerator: { it: 'acceleratore', en: 'accelerator' },
  coworking: { it: 'coworking', en: 'coworking' },
  other: { it: 'altro', en: 'other' },
} as const satisfies Choices;

export const labStatusWords = {
  open: { it: 'aperto', en: 'open' },
  'temporarily-closed': { it: 'chiuso temporaneamente', en: 'temporarily closed' },
  planned: { it: 'in progetto', en: 'planned' },
  closed: { it: 'chiuso', en: 'closed' },
} as const satisfies Choices;

export const legalStatusWords = {
  association: { it: 'associazione', en: 'association' },
  cooperative: { it: 'cooperativa', en: 'cooperative' },
  company: { it: 'impresa', en: 'company' },
  'public-body': { it: 'ente pubblico', en: 'public body' },
  university: { it: 'università', en: 'university' },
  school: { it: 'scuola', en: 'school' },
  foundation: { it: 'fondazione', en: 'foundation' },
  informal: { it: 'gruppo informale', en: 'informal group' },
  other: { it: 'altro', en: 'other' },
} as const satisfies Choices;

export const accessWords = {
  public: { it: 'aperto a tutti', en: 'open to all' },
  'public-hours': { it: 'aperto a tutti in certi orari', en: 'open to all at certain hours' },
  members: { it: 'per i soci', en: 'for members' },
  appointment: { it: 'su appuntamento', en: 'by appointment' },
} as const satisfies Choices;

export const serviceWords = {
  training: { it: 'formazione', en: 'training' },
  prototyping: { it: 'prototipazione', en: 'prototyping' },
  'small-series': { it: 'piccole serie', en: 'small series' },
  incubation: { it: 'incubazione', en: 'incubation' },
  schools: { it: 'scuole', en: 'schools' },
  design: { it: 'progettazione', en: 'design' },
  consulting: { it: 'consulenza', en: 'consulting' },
  coworking: { it: 'coworking', en: 'coworking' },
  repair: { it: 'riparazione', en: 'repair' },
  testing: { it: 'prove', en: 'testing' },
  events: { it: 'eventi', en: 'events' },
  residency: { it: 'residenze', en: 'residencies' },
} as const satisfies Choices;
