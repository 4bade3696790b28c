// SPDX-License-Identifier: AGPL-3.0-or-later
import { openFile } from '../../http/files.ts';
import type { Serve } from '../../http/serve.ts';
import * as contract from './contract.ts';
import * as views from './views.ts';

const map = (name: string, features: object) =>
  openFile('application/geo+json', `${name}.geojson`, JSON.stringify(features));
const csv = (name: string, body: string) => openFile('text/csv; charset=utf-8', `${name}.csv`, body);
const book = (name: string, body: Buffer) => openFile(contract.labsXlsx.gives ?? '', `${name}.xlsx`, body);

export function exportsRoutes({ inProgramme }: Serve) {
  inProgramme(contract.labsCsv, async (reader, { params, query }) =>
    csv(`${params.programme}-labs`, await views.csvView(reader, query)),
  );
  inProgramme(contract.labsXlsx, async (reader, { params, query }) =>
    book(`${params.programme}-labs`, await views.xlsxView(reader, query)),
  );
  inProgramme(contract.labsGeoJson, async (reader, { params, query }) =>
    map(`${params.programme}-labs`, await views.geoJsonView(reader, query)),
  );
  inProgramme(contract.labsOkw, async (reader, { params, query }) => {
    const body = JSON.stringify(await views.okwView(reader, query));
    return openFile('application/json', `${params.programme}-labs.okw.json`, body);
  });
  inProgramme(contract.spacesCsv, async (reader, { params, query }) =>
    csv(`${params.programme}-spaces`, await views.spacesCsvView(reader, query)),
  );
  inProgramme(contract.spacesXlsx, async (reader, { params, query }) =>
    book(`${params.programme}-spaces`, await views.spacesXlsxView(reader, query)),
  );
  inProgramme(contract.spacesGeoJson, async (reader, { params, query }) =>
    map(`${params.programme}-spaces`, await views.spacesGeoJsonView(reader, query)),
  );
}
