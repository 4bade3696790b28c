// SPDX-License-Identifier: AGPL-3.0-or-later
import type { boundaries as italian } from '../../it/city/boundaries.ts';
import type { Translation } from '../../shape.ts';

export const boundaries: Translation<typeof italian> = {
  boundaries: {
    legend: 'Legend',
    stroke: 'outline: {{side}}',
    point: 'Select a zone to see its data.',
    point_own: 'Select a place to see its data.',
    unshown_one: 'Not on the map for lack of a boundary: {{zones}}.',
    unshown_other: 'Not on the map for lack of a boundary ({{count}}): {{zones}}.',
    rest: 'Not on the map because recorded for a ‹zone› of another kind: {{value}}.',
    title: 'Boundaries of the zones',
    title_own: 'Boundaries on the map',
    about:
      'Upload the boundaries from a GeoJSON file: first review which zone gets which boundary, then confirm. All changes are recorded together, or none. A zone is identified by its code or key, never by its name. Zones missing from the file are left unchanged.',
    file: 'GeoJSON file (up to 8 MB)',
    kind: 'Kind of zone',
    kind_own: 'Kind of place',
    property: 'Property containing the code or key',
    option: '{{name}} (such as {{example}}; {{count}} of {{of}} recognised)',
    unreadable: 'The file is not readable GeoJSON: upload a FeatureCollection.',
    preview: 'Show the differences',
    apply: 'Record the boundaries',
    tally: '{{added}} new, {{changed}} changed, {{same}} the same, {{refused}} refused',
    applied_one: '1 boundary recorded.',
    applied_other: '{{count}} boundaries recorded.',
    nothing: 'The file contains no differences.',
    blocked: 'Recording is blocked: correct the refused features.',
    without_one: 'Still without a boundary: {{zones}}.',
    without_other: 'Still without a boundary ({{count}}): {{zones}}.',
    rows: 'Features of the file',
    feature: 'Feature',
    value: 'Value',
    points: 'Points',
    what: 'Result',
    noZone: 'none',
    kinds: { added: 'new', changed: 'changed', same: 'same', refused: 'refused' },
  },
};
