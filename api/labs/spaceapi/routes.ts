// SPDX-License-Identifier: AGPL-3.0-or-later
import { Readable } from 'node:stream';
import { readProgrammeBody } from '../../../db/city/programmes/reads.ts';
import { createEntrance } from '../../http/entrance.ts';
import type { Serve } from '../../http/serve.ts';
import { labBody } from '../directory/views.ts';
import { readSpace } from './contract.ts';
import { spaceOf } from './rules.ts';

/** Current local time of the programme. */
function cityTime(timezone: string): string {
  const format = new Intl.DateTimeFormat('sv-SE', { timeZone: timezone, dateStyle: 'short', timeStyle: 'short' });
  return format.format(new Date()).replace(' ', 'T');
}

export function spaceapiRoutes(serve: Serve) {
  const entrance = createEntrance(serve);
  serve.inProgramme(readSpace, async (reader, { params, req }) => {
    const { programme, lab: key } = params;
    const lab = await labBody(reader, programme, key);
    const timezone = (await readProgrammeBody(reader))?.timezone ?? 'UTC';
    const publicUrl = entrance.publicUrl(req);
    const page = `${publicUrl}/it/${programme}/labs/${lab.key}`;
    const body = spaceOf({ lab, now: cityTime(timezone), timezone, publicUrl, page });
    return {
      stream: Readable.from([JSON.stringify(body)]),
      headers: { 'content-type': 'application/json', 'access-control-allow-origin': '*', 'cache-control': 'no-store' },
    };
  });
}
