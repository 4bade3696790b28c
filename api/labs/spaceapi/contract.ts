// SPDX-License-Identifier: AGPL-3.0-or-later
import { z } from 'zod';
import { endpoint, key } from '../../contract.ts';

export const readSpace = endpoint({
  path: '/api/v1/programmes/{programme}/labs/{lab}/spaceapi.json',
  params: { programme: key, lab: key },
  gives: 'application/json',
  reply: z.record(z.string(), z.unknown()),
  may: 'anyone',
  summary: 'A lab after SpaceAPI',
  description:
    'Whether the lab is open at this moment, where it is and how to reach it, after version 15 of SpaceAPI, 14 where its place is known, and 0.13 where also its hours and an e-mail address are. For any site to read; never kept.',
});
