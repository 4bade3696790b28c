// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Serve } from '../../http/serve.ts';
import { readReuse } from './contract.ts';
import { reuseView } from './views.ts';

export function reuseRoutes({ inProgramme }: Serve) {
  inProgramme(readReuse, (reader) => reuseView(reader));
}
