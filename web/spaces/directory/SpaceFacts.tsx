// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Section } from '../../../api/spaces/directory/rules.ts';
import { Coordinates } from '../../city/territory/Coordinates.tsx';
import { Where } from '../../city/territory/Where.tsx';
import { useFormat } from '../../i18n/format.ts';
import { useTranslate } from '../../i18n/translate.ts';
import type { FactsProps } from '../../ui/Facts.tsx';
import { Words } from '../../ui/Words.tsx';
import type { Space } from './queries.ts';

type Told = FactsProps['facts'];

function useAbout() {
  const { t } = useTranslate();
  const { when } = useFormat();
  return ({ kind, ownerKind, owner, lastUse, disusedSince, reports }: Space): Told => [
    [t('spaces.kind'), t(`spaces.kinds.${kind}`)],
    [t('spaces.ownerKind'), ownerKind && t(`spaces.ownerKinds.${ownerKind}`)],
    [t('spaces.owner'), owner && <Words of={owner.name} />],
    [t('census.lastUse'), lastUse && <Words of={lastUse} />],
    [t('spaces.disusedSince'), disusedSince && when(disusedSince)],
    ...(reports > 0 ? [[t('census.report.open'), t('census.reported', { count: reports })] as const] : []),
  ];
}

function usePlace() {
  const { t } = useTranslate();
  const { squareMetres } = useFormat();
  return ({ address, zone, latitude, longitude, blurM }: Space): Told => {
    const metres = squareMetres(blurM ?? 0).replace('²', '');
    const point = <Coordinates key="coordinates" latitude={latitude} longitude={longitude} />;
    return [
      [t('labs.address'), blurM === null ? address : t('census.blurredShort')],
      [t('charts.zone'), <Where key="zone" zone={zone} />],
      [
        t('territory.coordinates'),
        blurM === null || latitude === null ? (
          point
        ) : (
          <>
            {point}
            <br />
            {t('census.blurred', { metres })}
          </>
        ),
      ],
    ];
  };
}

function useMake() {
  const { t } = useTranslate();
  const { squareMetres, number, list } = useFormat();
  return (space: Space): Told => {
    const { floorAreaM2, floors, condition, energyClass, accessibility, utilities } = space;
    return [
      [t('labs.floorArea'), floorAreaM2 === null ? null : squareMetres(floorAreaM2)],
      [t('census.floors'), floors === null ? null : number(floors)],
      [t('census.condition'), condition && t(`census.conditions.${condition}`)],
      [t('census.energyClass'), energyClass],
      [t('census.accessibility'), accessibility && t(`labs.wheelchairs.${accessibility}`)],
      [t('census.utilities'), utilities.length ? list(utilities.map((one) => t(`census.utility.${one}`))) : null],
    ];
  };
}

function useTerms() {
  const { t } = useTranslate();
  const { euro, day, list } = useFormat();
  const span = ({ availableFrom, availableTo }: Space) => {
    const [from, to] = [availableFrom && day(availableFrom), availableTo && day(availableTo)];
    if (from && to) return t('census.fromTo', { from, to });
    return from ? t('census.from', { from }) : to ? t('census.until', { to }) : null;
  };
  const works = ({ works: words, worksEur }: Space) =>
    words === null && worksEur === null ? null : (
      <>
        {worksEur !== null && euro(worksEur)}
        {worksEur !== null && words && ' · '}
        {words && <Words of={words} />}
      </>
    );
  return (space: Space): Told => {
    const { admittedUses, constraints, rentEurYear } = space;
    return [
      [t('census.admittedUses'), admittedUses.length ? list(admittedUses.map((one) => t(`census.uses.${one}`))) : null],
      [
        t('census.constraints'),
        constraints.length ? list(constraints.map((one) => t(`census.constraint.${one}`))) : null,
      ],
      [t('census.works'), works(space)],
      [t('census.rent'), rentEurYear === null ? null : t('census.perYear', { amount: euro(rentEurYear) })],
      [t('census.available'), span(space)],
    ];
  };
}

/** Facts per section of a space. */
export function useSpaceFacts(): (section: Section, space: Space) => Told {
  const of = { about: useAbout(), place: usePlace(), facts: useMake(), terms: useTerms() };
  return (section, space) => of[section](space);
}
