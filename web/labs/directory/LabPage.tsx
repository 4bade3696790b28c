// SPDX-License-Identifier: AGPL-3.0-or-later

import { useEffect } from 'react';
import { useNavigate, useParams } from 'react-router';
import { sections } from '../../../api/labs/directory/rules.ts';
import { Where } from '../../city/territory/Where.tsx';
import { useText } from '../../i18n/text.ts';
import { useTranslate } from '../../i18n/translate.ts';
import { History } from '../../platform/history/History.tsx';
import { useProgramme } from '../../programme.ts';
import { useMay } from '../../session.ts';
import { useAddress } from '../../ui/address.ts';
import { Facts } from '../../ui/Facts.tsx';
import { FigureNotes } from '../../ui/FigureNotes.tsx';
import { Go } from '../../ui/Go.tsx';
import { Described, Prose } from '../../ui/Prose.tsx';
import { ReadPage } from '../../ui/states.tsx';
import { Words } from '../../ui/Words.tsx';
import { EntryForm } from '../editing/EntryForms.tsx';
import { KeepEntry } from '../editing/KeepEntry.tsx';
import { Unsent } from '../editing/Unsent.tsx';
import { AddMachine } from '../machines/AddMachine.tsx';
import { Machines } from '../machines/Machines.tsx';
import { Photos } from '../photos/Photos.tsx';
import { Qualification } from '../qualification/Qualification.tsx';
import { JsonLd, schemaOf } from './JsonLd.tsx';
import { useSectionFacts } from './LabFacts.tsx';
import { EntryAge, OpenNow } from './LabList.tsx';
import { LabSection } from './LabSection.tsx';
import { type Lab, useLab } from './queries.ts';

function Head({ lab }: { lab: Lab }) {
  const { t } = useTranslate();
  return (
    <section>
      <p className="kicker">
        <Go to="labs">{t('nav.labs')}</Go>
      </p>
      <h1 className="lead">
        <Words of={lab.name} />
      </h1>
      <p className="byline">
        <span>{t(`labs.kinds.${lab.kind}`)}</span>
        <Where zone={lab.zone} />
        <OpenNow of={lab} />
        {lab.qualified && <span className="entry-good">{t('labs.qualified')}</span>}
        <EntryAge of={lab} />
      </p>
      <Described of={lab} />
      <Prose of={lab.description} />
    </section>
  );
}

/** The entry, section by section. */
function Sections({ lab, keeps }: { lab: Lab; keeps: boolean }) {
  const factsOf = useSectionFacts();
  return (
    <div className="lab-sections">
      {sections.map((section) =>
        section === 'machines' ? (
          <LabSection key={section} lab={lab} section={section}>
            <Machines lab={lab} keeps={keeps} />
            {keeps && <AddMachine lab={lab} />}
          </LabSection>
        ) : (
          <LabSection
            key={section}
            lab={lab}
            section={section}
            {...(keeps ? { form: (ends) => <EntryForm section={section} lab={lab} {...ends} /> } : {})}
          >
            <Facts facts={factsOf(section, lab)} />
          </LabSection>
        ),
      )}
    </div>
  );
}

/** A merged entry redirects to the lab it was merged into. */
function useOwnAddress(lab: Lab, asked: string) {
  const { to } = useAddress();
  const navigate = useNavigate();
  useEffect(() => {
    if (lab.key !== asked) navigate(to(`labs/${lab.key}`), { replace: true });
  });
}

function One({ lab, asked }: { lab: Lab; asked: string }) {
  const { t } = useTranslate();
  const text = useText();
  const may = useMay();
  const { language, asOf } = useAddress();
  const { owner, updatedOn } = useProgramme();
  useOwnAddress(lab, asked);
  const keeps = may('keep-labs', { lab: lab.key });
  const address = `${window.location.origin}${window.location.pathname}`;
  return (
    <>
      {!asOf && <JsonLd of={schemaOf(lab, { language, address })} />}
      <Unsent />
      <Head lab={lab} />
      <KeepEntry lab={lab} />
      <Photos lab={lab} keeps={keeps} />
      <Sections lab={lab} keeps={keeps} />
      <Qualification lab={lab} />
      {lab.merged.map(({ key, name }) => (
        <p key={key} className="muted">
          {t('entry.merged', { name: text(name).text })}
        </p>
      ))}
      <div className="record-notes">
        <FigureNotes source={lab.source} datedOn={updatedOn} owner={owner} />
      </div>
      {!keeps && !asOf && (
        <p className="ways">
          <Go to={`labs/${lab.key}/claim`}>{t('entry.claim')}</Go>
        </p>
      )}
      <History of={`labs/${lab.key}`} />
    </>
  );
}

export function LabPage() {
  const { t } = useTranslate();
  const { lab = '' } = useParams();
  return (
    <ReadPage of={useLab(lab)} title={t('labs.one')} named={({ name }) => name} height={720}>
      {(found) => <One lab={found} asked={lab} />}
    </ReadPage>
  );
}
