// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Lab } from '../directory/contract.ts';
import { isOpenAt } from '../directory/rules.ts';

interface Told {
  lab: Pick<Lab, 'name' | 'address' | 'latitude' | 'longitude' | 'url' | 'email' | 'phone' | 'photos'> &
    Pick<Lab, 'status' | 'hours' | 'exceptions'>;
  /** Local time, YYYY-MM-DDTHH:MM. */
  now: string;
  timezone: string;
  publicUrl: string;
  /** The lab's page in Officina, used if it has no website. */
  page: string;
}

/**
 * A lab in SpaceAPI format; unknown fields are omitted. It claims only versions that it satisfies: 14 requires
 * coordinates; 0.13 also a state and a channel for reports.
 */
export function spaceOf({ lab, now, timezone, publicUrl, page }: Told) {
  const open = isOpenAt(lab, now);
  const { address, latitude, longitude, email, phone } = lab;
  const [photo] = lab.photos;
  const isPlaced = latitude !== null && longitude !== null;
  return {
    ...(open === null || email === null || !isPlaced ? {} : { api: '0.13' }),
    api_compatibility: isPlaced ? ['14', '15'] : ['15'],
    space: lab.name.it,
    logo: photo ? publicUrl + photo.address : '',
    url: lab.url ?? page,
    location: {
      ...(address === null ? {} : { address }),
      ...(isPlaced ? { lat: latitude, lon: longitude } : {}),
      timezone,
    },
    contact: { ...(email === null ? {} : { email }), ...(phone === null ? {} : { phone }) },
    ...(email === null ? {} : { issue_report_channels: ['email'] }),
    ...(open === null ? {} : { state: { open } }),
  };
}
