// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Rule } from './refusals.rules.ts';

/** Messages for the rules of the boundary import. */
export const boundaryWords = {
  'not-geojson': {
    it: 'Il file non è GeoJSON: carica una FeatureCollection.',
    en: 'The file is not GeoJSON: upload a FeatureCollection.',
  },
  'no-features': {
    it: 'Il file non contiene elementi: carica un file con almeno un elemento.',
    en: 'The file contains no features: upload a file with at least one.',
  },
  'crs-unknown': {
    it: 'Il sistema di riferimento dichiarato dal file non è tra quelli noti: esporta il file in WGS84 (EPSG:4326).',
    en: 'The reference system declared in the file is unknown: export the file in WGS84 (EPSG:4326).',
  },
  'crs-missing': {
    it: 'Le coordinate non sono in gradi e il file non dichiara il loro sistema (membro «crs»): esporta il file in WGS84 (EPSG:4326).',
    en: 'The coordinates are not in degrees and the file does not declare their system (member “crs”): export the file in WGS84 (EPSG:4326).',
  },
  'boundaries-elsewhere': {
    it: 'I confini cadono lontano da ogni luogo noto del programma, forse per un sistema di riferimento sbagliato: controlla quello dichiarato dal file.',
    en: 'The boundaries lie far from every known place of the programme, perhaps because of a wrong reference system: check the one declared in the file.',
  },
  'zone-unmatched': {
    it: 'Nessuna zona di questo tipo ha questo codice o questa chiave: controlla il valore.',
    en: 'No zone of this kind has this code or key: check the value.',
  },
  'parts-without-area': {
    it: 'Alcune parti del confine non racchiudono nulla e sono state tolte: controlla il disegno.',
    en: 'Some parts of the boundary enclose nothing and were left out: check the drawing.',
  },
  'zone-twice': {
    it: 'Più elementi del file indicano la stessa zona: lasciane uno.',
    en: 'Several features of the file refer to the same zone: keep one.',
  },
  'no-polygon': {
    it: 'L’elemento non è un poligono: serve un Polygon o un MultiPolygon con un’area.',
    en: 'The feature is not a polygon: a Polygon or MultiPolygon with an area is required.',
  },
} satisfies Partial<Record<Rule, { it: string; en: string }>>;
