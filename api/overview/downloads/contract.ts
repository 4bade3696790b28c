// SPDX-License-Identifier: AGPL-3.0-or-later
import { z } from 'zod';
import { programmeEndpoint } from '../../contract.ts';
import { labFilter } from '../../labs/directory/contract.ts';
import { xlsx } from '../../plan/spreadsheet/contract.ts';
import { csvFor } from '../../platform/tables/contract.ts';
import { spaceFilter } from '../../spaces/directory/contract.ts';

const words = 'All that the filters find, in one file, as of any day.';
const file = { query: labFilter, reply: z.string() };

export const labsCsv = programmeEndpoint({
  ...file,
  query: { ...labFilter, ...csvFor },
  path: '/labs.csv',
  gives: 'text/csv',
  summary: 'Labs as CSV',
  description: `${words} The columns are those of a data package; edited, the file can be sent back.`,
});

export const labsXlsx = programmeEndpoint({
  ...file,
  path: '/labs.xlsx',
  gives: xlsx,
  summary: 'Labs as a spreadsheet',
  description: `${words} The columns are those of labs.csv.`,
});

export const labsGeoJson = programmeEndpoint({
  ...file,
  path: '/labs.geojson',
  gives: 'application/geo+json',
  summary: 'Labs as GeoJSON',
  description: `${words} What has no coordinates has no geometry.`,
});

export const labsOkw = programmeEndpoint({
  ...file,
  path: '/labs.okw.json',
  gives: 'application/json',
  summary: 'Labs after Open Know-Where',
  description: `${words} Processes and materials are named by the articles that Open Know-Where refers to.`,
});

const spaceFile = { query: spaceFilter, reply: z.string() };

export const spacesCsv = programmeEndpoint({
  ...spaceFile,
  query: { ...spaceFilter, ...csvFor },
  path: '/spaces.csv',
  gives: 'text/csv',
  summary: 'Spaces as CSV',
  description: `${words} The columns are those of a data package; edited, the file can be sent back.`,
});

export const spacesXlsx = programmeEndpoint({
  ...spaceFile,
  path: '/spaces.xlsx',
  gives: xlsx,
  summary: 'Spaces as a spreadsheet',
  description: `${words} The columns are those of spaces.csv.`,
});

export const spacesGeoJson = programmeEndpoint({
  ...spaceFile,
  path: '/spaces.geojson',
  gives: 'application/geo+json',
  summary: 'Spaces as GeoJSON',
  description: `${words} What has no coordinates has no geometry; where blur_m is set, the space lies within so many metres of the point.`,
});
