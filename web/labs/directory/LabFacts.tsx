// SPDX-License-Identifier: AGPL-3.0-or-later
import type { ReactNode } from 'react';
import { labFields, labRecord } from '../../../api/labs/directory/fields.ts';
import type { Section } from '../../../api/labs/directory/rules.ts';
import { Coordinates } from '../../city/territory/Coordinates.tsx';
import { Where } from '../../city/territory/Where.tsx';
import { useFormat } from '../../i18n/format.ts';
import { useTranslate } from '../../i18n/translate.ts';
import { useChoices, useFacts } from '../../platform/fields/FieldValue.tsx';
import { useAddress } from '../../ui/address.ts';
import type { FactsProps } from '../../ui/Facts.tsx';
import { Words } from '../../ui/Words.tsx';
import { Opening } from './Opening.tsx';
import type { Lab } from './queries.ts';

const outside = (address: string) => (
  <a key={address} href={address} rel="noopener">
    {address.replace(/^https?:\/\/(www\.)?/, '').replace(/\/$/, '')}
  </a>
);

const lines = (parts: readonly (readonly [key: string, ReactNode])[]) =>
  parts.length === 0 ? null : (
    <ul className="lines">
      {parts.map(([key, part]) => (
        <li key={key}>{part}</li>
      ))}
    </ul>
  );

function usePlace() {
  const { t, said } = useTranslate();
  const { wordOf } = useChoices();
  return ({ zone, address, latitude, longitude, wheelchair }: Lab): FactsProps['facts'] => [
    [said(labFields.address.label), address],
    [said(labFields.zone.label), <Where key="zone" zone={zone} />],
    [t('territory.coordinates'), <Coordinates key="coordinates" latitude={latitude} longitude={longitude} />],
    [said(labFields.wheelchair.label), wheelchair && wordOf(labFields.wheelchair, wheelchair)],
  ];
}

function useOffers() {
  const { t, said } = useTranslate();
  const { wordOf } = useChoices();
  const { list, euro } = useFormat();
  const { language } = useAddress();
  const names = new Intl.DisplayNames(language, { type: 'language' });
  const tariff = ({ name, amountEur, per }: Lab['prices'][number]) => (
    <>
      <Words of={name} />: {euro(amountEur)}
      {per !== 'once' && ` / ${t(`entry.pers.${per}`)}`}
    </>
  );
  return ({ services, languages, prices }: Lab): FactsProps['facts'] => [
    [
      said(labFields.services.label),
      services.length ? list(services.map((one) => wordOf(labFields.services, one))) : null,
    ],
    [said(labFields.languages.label), languages.length ? list(languages.map((code) => names.of(code) ?? code)) : null],
    [said(labFields.prices.label), lines(prices.map((price) => [price.name.it, tariff(price)]))],
  ];
}

function useContacts() {
  const { said } = useTranslate();
  return ({ url, email, phone, links }: Lab): FactsProps['facts'] => [
    [said(labFields.url.label), url && outside(url)],
    [said(labFields.email.label), email && <a href={`mailto:${email}`}>{email}</a>],
    [said(labFields.phone.label), phone && <a href={`tel:${phone.replace(/[^+\d]/g, '')}`}>{phone}</a>],
    ...(links.length > 0
      ? [[said(labFields.links.label), lines(links.map((link) => [link, outside(link)]))] as const]
      : []),
  ];
}

/** Facts per section of an entry. */
export function useSectionFacts(): (section: Exclude<Section, 'machines'>, lab: Lab) => FactsProps['facts'] {
  const { said } = useTranslate();
  const { when } = useFormat();
  const { wordOf } = useChoices();
  const plain = useFacts(labRecord);
  const of = {
    about: (lab: Lab): FactsProps['facts'] => [
      ...plain('about', lab),
      ...(lab.closed ? [[said(labFields.closed_on.label), when(lab.closed)] as const] : []),
    ],
    place: usePlace(),
    facts: (lab: Lab) => plain('facts', lab),
    services: useOffers(),
    contacts: useContacts(),
    hours: (lab: Lab): FactsProps['facts'] => [
      [said(labFields.access.label), lab.access && wordOf(labFields.access, lab.access)],
      [said(labFields.hours.label), <Opening key="hours" lab={lab} />],
    ],
  };
  return (section, lab) => of[section](lab);
}
