// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Serve } from '../../http/serve.ts';
import { readRegister } from './contract.ts';
import { registerView } from './views.ts';

export function registerRoutes({ inProgramme }: Serve) {
  inProgramme(readRegister, (reader) => registerView(reader));
}
