// SPDX-License-Identifier: AGPL-3.0-or-later
import { Readable } from 'node:stream';
import type { FileReply, Serve } from '../http/serve.ts';
import { labsCsv, labsGeoJson, labsOkw, labsXlsx } from './contract.ts';
import { csvView, geoJsonView, okwView, xlsxView } from './views.ts';

/** Open data: read from any page. */
const file = (type: string, name: string, body: string | Buffer): FileReply => ({
  stream: Readable.from([body]),
  headers: {
    'content-type': type,
    'content-disposition': `attachment; filename="${name}"`,
    'access-control-allow-origin': '*',
  },
});

export function exportsRoutes({ inProgramme }: Serve) {
  inProgramme(labsCsv, async (reader, { params, query }) =>
    file('text/csv; charset=utf-8', `${params.programme}-labs.csv`, await csvView(reader, query)),
  );
  inProgramme(labsXlsx, async (reader, { params, query }) =>
    file(labsXlsx.gives ?? '', `${params.programme}-labs.xlsx`, await xlsxView(reader, query)),
  );
  inProgramme(labsGeoJson, async (reader, { params, query }) => {
    const body = JSON.stringify(await geoJsonView(reader, query));
    return file('application/geo+json', `${params.programme}-labs.geojson`, body);
  });
  inProgramme(labsOkw, async (reader, { params, query }) => {
    const body = JSON.stringify(await okwView(reader, query));
    return file('application/json', `${params.programme}-labs.okw.json`, body);
  });
}
