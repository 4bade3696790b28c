// SPDX-License-Identifier: AGPL-3.0-or-later
import { Readable } from 'node:stream';
import type { Serve } from '../../http/serve.ts';
import { exportLog, readLog } from './contract.ts';
import { logLines, logView } from './log.views.ts';

export function logRoutes({ db, inProgramme }: Serve) {
  inProgramme(readLog, (reader, { query, actor, params }) =>
    logView(reader, query, { grants: actor?.grants ?? [], programme: params.programme }),
  );
  inProgramme(exportLog, async ({ programmeId, day }, { query, params }) => ({
    // Streaming outlives the read transaction, so each page is read in its own.
    stream: Readable.from(logLines({ db, programmeId, day }, query)),
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="log-${params.programme}-${day}.csv"`,
    },
  }));
}
