// SPDX-License-Identifier: AGPL-3.0-or-later
import { z } from 'zod';
import { programmeEndpoint, share } from '../../contract.ts';
import { freshness, labKind } from '../directory/contract.ts';

export const register = z
  .object({
    labs: z.number().int().meta({ description: 'All but the closed ones.' }),
    closed: z.number().int(),
    periphery: z.number().int(),
    noZone: z.number().int(),
    machines: z.number().int(),
    byKind: z.array(z.object({ kind: labKind, labs: z.number().int() })),
    byFreshness: z.array(z.object({ freshness, labs: z.number().int() })),
    confirmedShare: share.nullable().meta({ description: 'Confirmed within 6 months / open or temporarily closed.' }),
  })
  .meta({ id: 'Register' });
export type Register = z.output<typeof register>;

export const readRegister = programmeEndpoint({
  path: '/register',
  reply: register,
  summary: 'The register of labs',
  description: 'How many labs there are, and how far their entries can be trusted.',
});
