// SPDX-License-Identifier: AGPL-3.0-or-later
import type { LabSummary } from '../labs/contract.ts';

/** A lab as a feature of a map, after RFC 7946: flat properties, because that is what maps' tables are. */
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
