// SPDX-License-Identifier: AGPL-3.0-or-later
import type { ReactNode } from 'react';
import { useParams } from 'react-router';
import { spaceFields, spaceRecord } from '../../../api/spaces/directory/fields.ts';
import { type Section, sections } from '../../../api/spaces/directory/rules.ts';
import { Where } from '../../city/territory/Where.tsx';
import { useTranslate } from '../../i18n/translate.ts';
import { SpaceFiles } from '../../labs/photos/SpaceFiles.tsx';
import { useChoices } from '../../platform/fields/FieldValue.tsx';
import { History } from '../../platform/history/History.tsx';
import { useProgramme } from '../../programme.ts';
import { useMay } from '../../session.ts';
import { useAddress } from '../../ui/address.ts';
import { ChainLink } from '../../ui/ChainLink.tsx';
import { EditSection } from '../../ui/EditSection.tsx';
import { Facts } from '../../ui/Facts.tsx';
import { FigureNotes } from '../../ui/FigureNotes.tsx';
import { Go } from '../../ui/Go.tsx';
import { Described } from '../../ui/Prose.tsx';
import { ReadPage } from '../../ui/states.tsx';
import { Words } from '../../ui/Words.tsx';
import { MoveSpace } from './MoveSpace.tsx';
import { PlaceSpace } from './PlaceSpace.tsx';
import { AboutSpace, PlainSpace } from './PlainSpace.tsx';
import { type Space, useSpace } from './queries.ts';
import { useSpaceFacts } from './SpaceFacts.tsx';
import type { SpaceFormProps } from './SpaceForm.tsx';
import { SpaceState } from './SpaceState.tsx';
import { Steps } from './Steps.tsx';

const forms: Record<Section, (props: SpaceFormProps) => ReactNode> = {
  about: AboutSpace,
  place: PlaceSpace,
  facts: (props) => <PlainSpace {...props} section="facts" />,
  terms: (props) => <PlainSpace {...props} section="terms" />,
};

function Head({ space }: { space: Space }) {
  const { t } = useTranslate();
  const { wordOf } = useChoices();
  return (
    <section>
      <p className="kicker">
        <Go to="spaces">{t('nav.spaces')}</Go>
      </p>
      <h1 className="lead">
        <Words of={space.name} />
      </h1>
      <p className="byline">
        <SpaceState space={space} />
        <span>{wordOf(spaceFields.kind, space.kind)}</span>
        <Where zone={space.zone} />
        <span>
          <ChainLink kind="space" itemKey={space.key} />
        </span>
      </p>
      <Described of={space} />
    </section>
  );
}

/** The recorded data by section; officials edit each section separately. */
function Sections({ space, keeps }: { space: Space; keeps: boolean }) {
  const { said } = useTranslate();
  const factsOf = useSpaceFacts();
  return (
    <div className="lab-sections">
      {sections.map((section) => {
        const Form = forms[section];
        return (
          <EditSection
            key={section}
            id={section}
            title={said(spaceRecord.sections[section])}
            form={keeps ? (ends) => <Form space={space} {...ends} /> : undefined}
          >
            <Facts facts={factsOf(section, space)} />
          </EditSection>
        );
      })}
    </div>
  );
}

function Calls({ calls }: Pick<Space, 'calls'>) {
  const { t } = useTranslate();
  return (
    <section aria-labelledby="calls-title">
      <h2 id="calls-title">{t('spaces.calls')}</h2>
      {calls.length === 0 && <p className="muted">{t('spaces.noCalls')}</p>}
      <ul className="items">
        {calls.map(({ key, name }) => (
          <li key={key}>
            <Go to={`calls/${key}`}>
              <Words of={name} />
            </Go>
          </li>
        ))}
      </ul>
    </section>
  );
}

function One({ space }: { space: Space }) {
  const { t } = useTranslate();
  const may = useMay();
  const { asOf } = useAddress();
  const { owner, updatedOn } = useProgramme();
  const keeps = may('keep-spaces');
  return (
    <>
      <Head space={space} />
      {keeps && <MoveSpace space={space} />}
      <SpaceFiles space={space} kind="photo" keeps={keeps} />
      <Sections space={space} keeps={keeps} />
      <SpaceFiles space={space} kind="plan" keeps={keeps} />
      <div className="pair">
        <Steps steps={space.steps} />
        <Calls calls={space.calls} />
      </div>
      <div className="record-notes">
        <FigureNotes source={space.source} datedOn={updatedOn} owner={owner} />
      </div>
      {!asOf && (
        <p className="ways">
          <Go to={`spaces/${space.key}/report`}>{t('census.ways.reportThis')}</Go>
        </p>
      )}
      <History of={`spaces/${space.key}`} />
    </>
  );
}

export function SpacePage() {
  const { t } = useTranslate();
  const { space = '' } = useParams();
  return (
    <ReadPage of={useSpace(space)} title={t('spaces.one')} named={({ name }) => name} height={720}>
      {(found) => <One space={found} />}
    </ReadPage>
  );
}
