// SPDX-License-Identifier: AGPL-3.0-or-later
import type { LabSummary } from '../../labs/directory/contract.ts';
import type { SpaceSummary } from '../../spaces/directory/contract.ts';

/** A lab as a GeoJSON feature (RFC 7946) with flat properties, for GIS attribute tables. */
export function featureOf(lab: LabSummary) {
  const { latitude, longitude } = lab;
  const located = latitude !== null && longitude !== null;
  return {
    type: 'Feature' as const,
    id: lab.key,
    geometry: located ? { type: 'Point' as const, coordinates: [longitude, latitude] } : null,
    properties: {
      key: lab.key,
      name_it: lab.name.it,
      name_en: lab.name.en ?? null,
      kind: lab.kind,
      status: lab.status,
      address: lab.address,
      zone: lab.zone?.key ?? null,
      zone_name: lab.zone?.name.it ?? null,
      periphery: lab.zone?.periphery ?? null,
      url: lab.url,
      wheelchair: lab.wheelchair,
      services: lab.services,
      processes: lab.processes,
      machines: lab.machines,
      qualified: lab.qualified,
      confirmed_on: lab.confirmedOn,
      freshness: lab.freshness,
    },
  };
}

/** A space as a GeoJSON feature; a blurred space has its public point. */
export function spaceFeatureOf(space: SpaceSummary) {
  const { latitude, longitude } = space;
  const located = latitude !== null && longitude !== null;
  return {
    type: 'Feature' as const,
    id: space.key,
    geometry: located ? { type: 'Point' as const, coordinates: [longitude, latitude] } : null,
    properties: {
      key: space.key,
      name_it: space.name.it,
      name_en: space.name.en ?? null,
      kind: space.kind,
      owner_kind: space.ownerKind,
      state: space.state,
      state_since: space.stateSince?.date ?? null,
      address: space.address,
      blur_m: space.blurM,
      zone: space.zone?.key ?? null,
      zone_name: space.zone?.name.it ?? null,
      periphery: space.zone?.periphery ?? null,
      floor_area_m2: space.floorAreaM2,
      rent_eur_year: space.rentEurYear,
      disused_since: space.disusedSince?.date ?? null,
      reports: space.reports,
    },
  };
}
