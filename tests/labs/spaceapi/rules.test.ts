// SPDX-License-Identifier: AGPL-3.0-or-later
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { spaceOf } from '../../../api/labs/spaceapi/rules.ts';
import { projectFolder } from '../../../db/config.ts';

const lab = {
  name: { it: 'Fablab Prova' },
  address: 'via Prova 1',
  latitude: 45.46,
  longitude: 9.19,
  url: null,
  email: 'ciao@prova.example',
  phone: null,
  photos: [],
  status: 'open' as const,
  hours: [{ weekday: 1, opens: '09:00', closes: '18:00' }],
  exceptions: [],
};
const told = (more: object, now = '2026-05-04T10:00') =>
  spaceOf({
    lab: { ...lab, ...more },
    now,
    timezone: 'Europe/Rome',
    publicUrl: 'https://o.example',
    page: 'https://o.example/p',
  });

describe('a lab after SpaceAPI', () => {
  test('is open within its hours, and closed outside them or when inactive', () => {
    expect(told({}).state).toEqual({ open: true });
    expect(told({}, '2026-05-04T18:00').state).toEqual({ open: false });
    expect(told({ status: 'temporarily-closed' }).state).toEqual({ open: false });
  });

  test('omits unknown values', () => {
    const space = told({ hours: null, latitude: null, longitude: null, address: null, email: null });
    expect(space).not.toHaveProperty('state');
    expect(space).not.toHaveProperty('api');
    expect(space.location).toEqual({ timezone: 'Europe/Rome' });
    expect(space).toMatchObject({ contact: {}, url: 'https://o.example/p' });
    expect(space).not.toHaveProperty('issue_report_channels');
  });

  test('has the known contacts, and takes issue reports only by mail', () => {
    const reached = (email: string | null, phone: string | null) => {
      const { contact, issue_report_channels } = told({ email, phone });
      return { contact, issue_report_channels };
    };
    const [email, phone] = ['ciao@prova.example', '+39 02 1'];
    expect(reached(email, phone)).toEqual({ contact: { email, phone }, issue_report_channels: ['email'] });
    expect(reached(email, null)).toEqual({ contact: { email }, issue_report_channels: ['email'] });
    expect(reached(null, phone)).toEqual({ contact: { phone }, issue_report_channels: undefined });
  });

  test('claims only the versions that it satisfies', () => {
    const claimed = (more: object) => {
      const { api, api_compatibility } = told(more);
      return { api, api_compatibility };
    };
    expect(claimed({})).toEqual({ api: '0.13', api_compatibility: ['14', '15'] });
    expect(claimed({ hours: null })).toEqual({ api: undefined, api_compatibility: ['14', '15'] });
    expect(claimed({ email: null })).toEqual({ api: undefined, api_compatibility: ['14', '15'] });
    for (const half of [{ latitude: null }, { longitude: null }])
      expect(claimed(half)).toEqual({ api: undefined, api_compatibility: ['15'] });
  });

  const schemas = join(projectFolder, '..', 'shared', 'schemas');
  test.skipIf(!existsSync(schemas))(
    'satisfies the schema of each version that it claims (left out without ../shared)',
    () => {
      // Without what depends on other fields, which zod does not read: sensors, of which there are none here.
      const plain = (name: string, value: unknown) => (name.startsWith('dependent') ? undefined : value);
      const schemaOf = (version: string) =>
        z.fromJSONSchema(JSON.parse(readFileSync(join(schemas, `spaceapi-${version}.json`), 'utf8'), plain));
      const unknown = { address: null, latitude: null, longitude: null, email: null, hours: null };
      for (const [name, value] of Object.entries({ none: 1, all: 1, ...unknown })) {
        const space = told(name === 'all' ? unknown : { [name]: value });
        for (const version of space.api_compatibility)
          expect(schemaOf(version).safeParse(space).error, `${name} after ${version}`).toBeUndefined();
      }
    },
  );

  test('has both coordinates or none', () => {
    const located = (more: object) => told(more).location;
    expect(located({})).toEqual({ address: 'via Prova 1', lat: 45.46, lon: 9.19, timezone: 'Europe/Rome' });
    expect(located({ latitude: null })).toEqual({ address: 'via Prova 1', timezone: 'Europe/Rome' });
    expect(located({ longitude: null, address: null })).toEqual({ timezone: 'Europe/Rome' });
  });

  test('has its first photo as logo and its own site, if known', () => {
    const photos = [{ address: '/photos/1' }, { address: '/photos/2' }];
    expect(told({ photos, url: 'https://prova.example' })).toMatchObject({
      logo: 'https://o.example/photos/1',
      url: 'https://prova.example',
    });
    expect(told({}).logo).toBe('');
  });
});
