// SPDX-License-Identifier: AGPL-3.0-or-later
import type { ReactNode } from 'react';
import type { Section } from '../../../api/labs/directory/rules.ts';
import { Coordinates } from '../../city/territory/Coordinates.tsx';
import { Where } from '../../city/territory/Where.tsx';
import { useFormat } from '../../i18n/format.ts';
import { useTranslate } from '../../i18n/translate.ts';
import { useAddress } from '../../ui/address.ts';
import type { FactsProps } from '../../ui/Facts.tsx';
import { Go } from '../../ui/Go.tsx';
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

function useAbout() {
  const { t } = useTranslate();
  const { when } = useFormat();
  return ({ kind, status, organisation, legalStatus, founded, opened, closed }: Lab): FactsProps['facts'] => [
    [t('labs.kind'), t(`labs.kinds.${kind}`)],
    [t('entry.status'), t(`labs.statuses.${status}`)],
    [
      t('labs.organisation'),
      organisation && (
        <Go key="organisation" to={`organisations/${organisation.key}`}>
          <Words of={organisation.name} />
        </Go>
      ),
    ],
    [t('entry.legalStatus'), legalStatus && t(`entry.legal.${legalStatus}`)],
    [t('entry.founded'), founded && when(founded)],
    [t('labs.opened'), opened && when(opened)],
    ...(closed ? [[t('labs.closing'), when(closed)] as const] : []),
  ];
}

function usePlace() {
  const { t } = useTranslate();
  return ({ zone, address, latitude, longitude, wheelchair }: Lab): FactsProps['facts'] => [
    [t('labs.address'), address],
    [t('charts.zone'), <Where key="zone" zone={zone} />],
    [t('territory.coordinates'), <Coordinates key="coordinates" latitude={latitude} longitude={longitude} />],
    [t('entry.wheelchair'), wheelchair && t(`labs.wheelchairs.${wheelchair}`)],
  ];
}

function useSizes() {
  const { t } = useTranslate();
  const { squareMetres, number, days } = useFormat();
  const answer = (yes: boolean | null) => (yes === null ? null : t(yes ? 'records.yes' : 'records.no'));
  return (lab: Lab): FactsProps['facts'] => [
    [t('labs.floorArea'), lab.floorAreaM2 === null ? null : squareMetres(lab.floorAreaM2)],
    [t('entry.workstations'), lab.workstations === null ? null : number(lab.workstations)],
    [t('entry.staff'), lab.staff === null ? null : number(lab.staff)],
    [t('entry.smallSeries'), answer(lab.smallSeries)],
    [t('entry.mediumSeries'), answer(lab.mediumSeries)],
    [t('entry.minimumOrder'), lab.minimumOrder === null ? null : t('entry.pieces', { count: lab.minimumOrder })],
    [t('entry.turnaround'), lab.turnaroundDays === null ? null : days(lab.turnaroundDays)],
  ];
}

function useOffers() {
  const { t } = useTranslate();
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
    [t('entry.services'), services.length ? list(services.map((one) => t(`labs.services.${one}`))) : null],
    [t('entry.languagesSpoken'), languages.length ? list(languages.map((code) => names.of(code) ?? code)) : null],
    [t('entry.prices'), lines(prices.map((price) => [price.name.it, tariff(price)]))],
  ];
}

function useContacts() {
  const { t } = useTranslate();
  return ({ url, email, phone, links }: Lab): FactsProps['facts'] => [
    [t('entry.url'), url && outside(url)],
    [t('entry.email'), email && <a href={`mailto:${email}`}>{email}</a>],
    [t('entry.phone'), phone && <a href={`tel:${phone.replace(/[^+\d]/g, '')}`}>{phone}</a>],
    ...(links.length > 0 ? [[t('entry.linksShown'), lines(links.map((link) => [link, outside(link)]))] as const] : []),
  ];
}

/** Facts per section of an entry. */
export function useSectionFacts(): (section: Exclude<Section, 'machines'>, lab: Lab) => FactsProps['facts'] {
  const { t } = useTranslate();
  const of = {
    about: useAbout(),
    place: usePlace(),
    facts: useSizes(),
    services: useOffers(),
    contacts: useContacts(),
    hours: (lab: Lab): FactsProps['facts'] => [
      [t('entry.access'), lab.access && t(`entry.accesses.${lab.access}`)],
      [t('entry.hours'), <Opening key="hours" lab={lab} />],
    ],
  };
  return (section, lab) => of[section](lab);
}
