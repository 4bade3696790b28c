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

/** A lab in SpaceAPI format. Unknown fields are omitted, as version 15 requires; 0.13 requires a state. */
export function spaceOf({ lab, now, timezone, publicUrl, page }: Told) {
  const open = isOpenAt(lab, now);
  const { address, latitude, longitude, email, phone } = lab;
  const [photo] = lab.photos;
  return {
    ...(open === null ? {} : { api: '0.13' }),
    api_compatibility: ['14', '15'],
    space: lab.name.it,
    logo: photo ? publicUrl + photo.address : '',
    url: lab.url ?? page,
    location: {
      ...(address === null ? {} : { address }),
      ...(latitude === null || longitude === null ? {} : { lat: latitude, lon: longitude }),
      timezone,
    },
    contact: { ...(email === null ? {} : { email }), ...(phone === null ? {} : { phone }) },
    issue_report_channels: email === null ? [] : ['email'],
    ...(open === null ? {} : { state: { open } }),
  };
}
