// SPDX-License-Identifier: AGPL-3.0-or-later
import { describe, expect, test } from 'vitest';
import { labsInFablabs } from '../../../api/labs/import/fablabs.rules.ts';

const attributes = {
  name: 'Officina Prova',
  slug: 'officinaprova',
  kind_name: 'fab_lab',
  blurb: 'Una bottega.',
  address_1: 'via Prova 1',
  city: 'Milano',
  country_code: 'it',
  latitude: '45.46',
  longitude: 9.19,
  capabilities: ['three_d_printing', 'laser', 'circuit_production', 'teleporting'],
  email: 'ciao@prova.example',
  activity_status: 'planned',
  links: [{ url: 'https://prova.example' }, { url: 'https://social.example/prova' }],
};

describe('a lab of fablabs.io', () => {
  const [lab] = labsInFablabs({ data: [{ type: 'lab', id: 7, attributes }] }) ?? [];
  test('is identified by its slug and has the given values', () => {
    expect(lab?.foreign).toEqual({ 'fablabs.io': 'officinaprova' });
    expect(lab?.values).toMatchObject({
      name: { it: 'Officina Prova' },
      status: 'planned',
      summary: { it: 'Una bottega.' },
      address: 'via Prova 1, Milano',
      latitude: 45.46,
      longitude: 9.19,
      url: 'https://prova.example',
      links: ['https://social.example/prova'],
    });
  });

  test('has one machine without a brand per capability, of the most general process', () => {
    expect(lab?.machines.map(({ process }) => process)).toEqual(['additive', 'laser-cutting', 'electronics']);
    expect(lab?.machines.every(({ brand, model }) => brand === null && model === null)).toBe(true);
  });

  test('is the same in any attribute style, and without the envelope', () => {
    const camel = (name: string) => name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
    const rewritten = (how: (name: string) => string) =>
      Object.fromEntries(Object.entries(attributes).map(([name, value]) => [how(name), value]));
    const kebab = labsInFablabs({ data: [{ id: 7, attributes: rewritten((name) => name.replaceAll('_', '-')) }] });
    expect(kebab?.[0]).toEqual(lab);
    expect(labsInFablabs([{ id: 7, ...rewritten(camel) }])?.[0]).toEqual(lab);
  });

  test('that is closed or nearly empty is still imported', () => {
    const [closed, bare] =
      labsInFablabs({ data: [{ attributes: { ...attributes, activity_status: 'closed' } }, { id: '9' }] }) ?? [];
    expect(closed?.values.status).toBe('closed');
    expect(bare?.foreign).toEqual({ 'fablabs.io': '9' });
    expect(labsInFablabs({ errors: [] })).toBeUndefined();
  });
});
