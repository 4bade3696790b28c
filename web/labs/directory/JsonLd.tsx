// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Lab } from './queries.ts';

const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

/** A lab as a schema.org LocalBusiness; unknown values are omitted. */
export function schemaOf(lab: Lab, { language, address }: { language: 'it' | 'en'; address: string }) {
  const said = (text: { it: string; en?: string | undefined }) => text[language] ?? text.it;
  const { latitude, longitude } = lab;
  const told = {
    '@context': 'https://schema.org',
    '@type': 'LocalBusiness',
    '@id': address,
    name: said(lab.name),
    description: lab.summary && said(lab.summary),
    url: lab.url ?? address,
    email: lab.email,
    telephone: lab.phone,
    foundingDate: lab.founded?.date,
    sameAs: lab.links.length > 0 ? lab.links : null,
    address: lab.address && { '@type': 'PostalAddress', streetAddress: lab.address },
    geo: latitude === null ? null : { '@type': 'GeoCoordinates', latitude, longitude },
    parentOrganization: lab.organisation && { '@type': 'Organization', name: said(lab.organisation.name) },
    knowsLanguage: lab.languages.length > 0 ? lab.languages : null,
    image: lab.photos.length > 0 ? lab.photos.map((photo) => new URL(photo.address, address).href) : null,
    amenityFeature:
      lab.wheelchair === null
        ? null
        : [{ '@type': 'LocationFeatureSpecification', name: 'wheelchair', value: lab.wheelchair === 'yes' }],
    openingHoursSpecification: lab.hours?.map(({ weekday, opens, closes }) => ({
      '@type': 'OpeningHoursSpecification',
      dayOfWeek: weekdays[weekday - 1],
      opens,
      closes,
    })),
  };
  return Object.fromEntries(Object.entries(told).filter(([, value]) => value !== null && value !== undefined));
}

/** JSON-LD for search engines: a data block that browsers do not execute. */
export function JsonLd({ of }: { of: object }) {
  return <script type="application/ld+json">{JSON.stringify(of).replace(/</g, '\\u003c')}</script>;
}
