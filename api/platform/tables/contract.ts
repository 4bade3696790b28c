// SPDX-License-Identifier: AGPL-3.0-or-later
import { z } from 'zod';

/** Query of every CSV: whom the file is for. */
export const csvFor = {
  for: z.enum(['excel']).optional().meta({
    description: 'With `excel`: byte-order mark, semicolons and decimal commas, as Excel opens in Italy.',
  }),
};
