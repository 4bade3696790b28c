// SPDX-License-Identifier: AGPL-3.0-or-later
import { openFile } from '../http/files.ts';
import type { Serve } from '../http/serve.ts';
import { labsCsv, labsGeoJson, labsOkw, labsXlsx } from './contract.ts';
import { csvView, geoJsonView, okwView, xlsxView } from './views.ts';

export function exportsRoutes({ inProgramme }: Serve) {
  inProgramme(labsCsv, async (reader, { params, query }) =>
    openFile('text/csv; charset=utf-8', `${params.programme}-labs.csv`, await csvView(reader, query)),
  );
  inProgramme(labsXlsx, async (reader, { params, query }) =>
    openFile(labsXlsx.gives ?? '', `${params.programme}-labs.xlsx`, await xlsxView(reader, query)),
  );
  inProgramme(labsGeoJson, async (reader, { params, query }) => {
    const body = JSON.stringify(await geoJsonView(reader, query));
    return openFile('application/geo+json', `${params.programme}-labs.geojson`, body);
  });
  inProgramme(labsOkw, async (reader, { params, query }) => {
    const body = JSON.stringify(await okwView(reader, query));
    return openFile('application/json', `${params.programme}-labs.okw.json`, body);
  });
}
