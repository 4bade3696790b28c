// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Serve } from '../../http/serve.ts';
import { grant } from './commands.ts';
import { grantAdmitted } from './contract.ts';

export function grantsRoutes({ keep }: Serve) {
  keep(
    grantAdmitted,
    (writer, asked) => grant(writer, asked, { call: asked.params.call, act: asked.input.act }),
    ({ act }) => act,
  );
}
