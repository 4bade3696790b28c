// SPDX-License-Identifier: AGPL-3.0-or-later
import { describe, expect, test } from 'vitest';
import { spaceOf } from '../../../api/labs/spaceapi/rules.ts';

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
  test('is open within its hours, and shut outside them or while it is closed', () => {
    expect(told({}).state).toEqual({ open: true });
    expect(told({}, '2026-05-04T18:00').state).toEqual({ open: false });
    expect(told({ status: 'temporarily-closed' }).state).toEqual({ open: false });
  });

  test('says nothing of what is not known', () => {
    const space = told({ hours: null, latitude: null, longitude: null, address: null, email: null });
    expect(space).not.toHaveProperty('state');
    expect(space).not.toHaveProperty('api');
    expect(space.location).toEqual({ timezone: 'Europe/Rome' });
    expect(space).toMatchObject({ contact: {}, issue_report_channels: [], url: 'https://o.example/p' });
  });
});
