// SPDX-License-Identifier: AGPL-3.0-or-later

/** Paths of pages outside a programme, after the language. */
const overallPages = ['', 'sign-in', 'invitation', 'account', 'request', 'outbox'] as const;

/** Paths of pages of a programme, after its key. */
const programmePages = [
  '',
  'plan',
  'plan/sheet',
  'drafts',
  'drafts/:cycle',
  'milestones/:milestone',
  'areas/:area',
  'initiatives/:initiative',
  'periphery',
  'labs',
  'labs/:lab',
  'labs/:lab/claim',
  'labs/:lab/asked',
  'labs-propose',
  'labs-match',
  'qualified-labs',
  'requests',
  'labs-import',
  'spaces',
  'spaces/:space',
  'spaces/:space/report',
  'spaces-report',
  'spaces-add',
  'spaces-import',
  'calls/:call',
  'calls/:call/apply',
  'calls/:call/desk',
  'calls/:call/evaluation',
  'awards/:award',
  'chain',
  'call-drafts',
  'call-drafts/:draft',
  'money',
  'agreements',
  'agreements/:agreement',
  'organisations',
  'organisations/:organisation',
  'events',
  'events/:event',
  'indicators/:indicator',
  'people',
  'log',
  'context',
  'sources/:source',
] as const;

export type OverallPage = (typeof overallPages)[number];
export type ProgrammePage = (typeof programmePages)[number];

const formOf = (paths: readonly string[]) =>
  new RegExp(`^(?:${paths.map((path) => path.replace(/:\w+/g, '[^/]+')).join('|')})/?$`);
const overallForm = formOf(overallPages);
const programmeForm = formOf(programmePages);

/** The page that an address names: one of the service, one of a programme, or none. */
export function pageAt(path: string): { programme: string | null } | null {
  const [, rest] = /^\/(?:it|en)(?:\/(.*))?$/.exec(path) ?? (path === '/' ? ['', ''] : []);
  if (rest === undefined && !/^\/(it|en)$/.test(path)) return null;
  if (overallForm.test(rest ?? '')) return { programme: null };
  const [programme = '', ...of] = (rest ?? '').split('/');
  return programmeForm.test(of.join('/')) ? { programme } : null;
}
