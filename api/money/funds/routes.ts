// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Serve } from '../../http/serve.ts';
import { readMoney } from './contract.ts';
import { moneyView } from './views.ts';

export function fundsRoutes({ inProgramme }: Serve) {
  inProgramme(readMoney, (reader) => moneyView(reader));
}
