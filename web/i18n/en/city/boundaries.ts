// SPDX-License-Identifier: AGPL-3.0-or-later
import type { boundaries as italian } from '../../it/city/boundaries.ts';
import type { Translation } from '../../shape.ts';

export const boundaries: Translation<typeof italian> = {
  boundaries: {
    legend: 'Legend',
    stroke: 'line around: {{side}}',
    point: 'Point at a zone to read its figure; the zone leads to its row in the table.',
    point_own: 'Point at a place to read its figure; the place leads to its row in the table.',
    unshown_one: 'Without a boundary, and so not on the map: {{zones}}.',
    unshown_other: 'Without a boundary, and so not on the map ({{count}}): {{zones}}.',
    rest: 'Recorded only for a ‹zone› of another kind, and so not on the map: {{value}}.',
    title: 'Boundaries of the zones',
    title_own: 'Boundaries on the map',
    about:
      'Load the boundaries from a GeoJSON file: you see first which zone gets which boundary, then decide. All of it or nothing, as one recorded change. A zone is known by its code or key, never by its name. Zones that are not in the file stay as they are.',
    file: 'GeoJSON file (up to 8 MB)',
    kind: 'Kind of zone',
    kind_own: 'Kind of place',
    property: 'Property that holds the code or key',
    option: '{{name}} (such as {{example}}; {{count}} known of {{of}})',
    unreadable: 'The file cannot be read as GeoJSON: a FeatureCollection is needed.',
    preview: 'Show what it would change',
    apply: 'Record the boundaries',
    tally: '{{added}} new, {{changed}} changed, {{same}} the same, {{refused}} refused',
    applied_one: 'One boundary recorded.',
    applied_other: '{{count}} boundaries recorded.',
    nothing: 'The file changes nothing.',
    blocked: 'While a feature is refused, nothing is recorded.',
    without_one: 'Left without a boundary: {{zones}}.',
    without_other: 'Left without a boundary ({{count}}): {{zones}}.',
    rows: 'Features of the file',
    feature: 'Feature',
    value: 'Value',
    points: 'Points',
    what: 'What',
    noZone: 'none',
    kinds: { added: 'new', changed: 'changed', same: 'same', refused: 'refused' },
  },
};
