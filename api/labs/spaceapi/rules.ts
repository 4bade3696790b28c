// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Lab } from '../directory/contract.ts';
import { isOpenAt } from '../directory/rules.ts';

interface Told {
  lab: Pick<Lab, 'name' | 'address' | 'latitude' | 'longitude' | 'url' | 'email' | 'phone' | 'photos'> &
    Pick<Lab, 'status' | 'hours' | 'exceptions'>;
  /** The city's time, YYYY-MM-DDTHH:MM. */
  now: string;
  timezone: string;
  publicUrl: string;
  /** The lab's page here, for who has no site. */
  page: string;
}

/** A lab as SpaceAPI tells of one. What is not known is left out, as version 15 asks; 0.13 demands a state. */
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
