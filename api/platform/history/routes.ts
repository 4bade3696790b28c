// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Serve } from '../../http/serve.ts';
import { undo } from './commands.ts';
import { listChanges, undoChange } from './contract.ts';
import { changesView } from './views.ts';

export function historyRoutes({ inProgramme, keep }: Serve) {
  inProgramme(listChanges, (reader, { query, actor, params }) =>
    changesView(reader, query, actor && { grants: actor.grants, programme: params.programme }),
  );
  keep(
    undoChange,
    (writer, asked) => {
      const { actor, params, input } = asked;
      const by = { ...asked, grants: actor.grants, programme: params.programme };
      return undo(writer, by, params.change, input.why);
    },
    ({ why }) => why ?? '',
  );
}
