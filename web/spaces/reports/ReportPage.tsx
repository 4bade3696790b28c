// SPDX-License-Identifier: AGPL-3.0-or-later

import { useDeferredValue, useState } from 'react';
import { useWatch } from 'react-hook-form';
import { useParams } from 'react-router';
import type { Ref } from '../../../api/contract.ts';
import { spaceFields } from '../../../api/spaces/directory/fields.ts';
import type { reportSpace } from '../../../api/spaces/reports/contract.ts';
import { useText } from '../../i18n/text.ts';
import { useTranslate } from '../../i18n/translate.ts';
import { AskerFields, AskPage, LookIntoMail, nobody } from '../../labs/proposals/Asking.tsx';
import { useChoices } from '../../platform/fields/FieldValue.tsx';
import { useProgramme } from '../../programme.ts';
import { useSending } from '../../sending.ts';
import { useAddress } from '../../ui/address.ts';
import { Field, Form } from '../../ui/Form.tsx';
import { PointFields } from '../../ui/PointFields.tsx';
import { type PersistedForm, usePersistedForm } from '../../ui/persisted.ts';
import { Answer } from '../../ui/states.tsx';
import { useTitle } from '../../ui/title.ts';
import { numberOrNull } from '../../ui/typed.ts';
import { type Space, useSpace } from '../directory/queries.ts';
import { AlikeSpaces } from './AlikeSpaces.tsx';
import { useSpaceLookalikes } from './queries.ts';

const empty = { ...nobody, reportName: '', kind: '', address: '', latitude: '', longitude: '', about: '' };
type Typed = typeof empty;

function useReporting(space: Ref | null, onSent: (email: string) => void) {
  const { programme, language } = useAddress();
  const text = useText();
  const { send, ...sending } = useSending<typeof reportSpace>('POST', '/api/v1/programmes/{programme}/space-reports');
  return usePersistedForm<Typed, unknown>({
    name: `report.${space?.key ?? ''}`,
    empty,
    sending,
    send: ({ name, email, reportName, kind, address, latitude, longitude, about }) => {
      const report = {
        name: space ? text(space.name).text : reportName,
        kind: (kind || null) as Space['kind'] | null,
        address: address.trim() || null,
        latitude: numberOrNull(latitude),
        longitude: numberOrNull(longitude),
        about: about.trim() || null,
      };
      const of = space ? { space: space.key } : {};
      return send({ params: { programme }, input: { name, email, language, report, ...of } });
    },
    onDone: (_, { email }) => onSent(email),
  });
}

/** Possible duplicates, searched while typing. */
function Alike({ form }: { form: PersistedForm<Typed> }) {
  const { t } = useTranslate();
  const [name, address, latitude, longitude] = useWatch({
    control: form.control,
    name: ['reportName', 'address', 'latitude', 'longitude'],
  });
  const asked = useDeferredValue({ name, address, latitude, longitude });
  const items = useSpaceLookalikes(asked).data?.items ?? [];
  return (
    <div className="alike" role="status">
      {items.length > 0 && (
        <>
          <h2>{t('census.report.alike')}</h2>
          <p className="muted">{t('census.report.alikeAbout')}</p>
          <AlikeSpaces of={items} />
        </>
      )}
    </div>
  );
}

/** Place and description of a space missing in the census. */
function NewSpace({ form }: { form: PersistedForm<Typed> }) {
  const { t } = useTranslate();
  const { orNone } = useChoices();
  return (
    <>
      <Field
        form={form}
        name="reportName"
        label={t('census.report.name')}
        hint={t('census.report.nameHint')}
        required
      />
      <Field form={form} name="kind" label={t('census.report.kind')} options={orNone(spaceFields.kind)} />
      <Field form={form} name="address" label={t('census.report.address')} />
      <PointFields form={form} />
      <Alike form={form} />
    </>
  );
}

function Report({ space, onSent }: { space: Ref | null; onSent: (email: string) => void }) {
  const { t } = useTranslate();
  const { form, props } = useReporting(space, onSent);
  return (
    <Form {...props} submit={t('census.report.send')}>
      {!space && <NewSpace form={form} />}
      <Field
        form={form}
        name="about"
        label={t('census.report.words')}
        hint={t('census.report.wordsHint')}
        rows={4}
        required={space !== null}
      />
      <AskerFields form={form} />
    </Form>
  );
}

function Asking({ space }: { space: Ref | null }) {
  const { t } = useTranslate();
  const text = useText();
  const { name } = useProgramme();
  const [sent, setSent] = useState<string>();
  const title = space ? t('census.report.titleOf', { name: text(space.name).text }) : t('census.report.title');
  useTitle(title, text(name).text);
  return (
    <AskPage title={title} about={t(space ? 'census.report.aboutOf' : 'census.report.about')}>
      {sent ? (
        <LookIntoMail email={sent} onAgain={() => setSent(undefined)} />
      ) : (
        <Report space={space} onSent={setSent} />
      )}
    </AskPage>
  );
}

function OfSpace({ space }: { space: string }) {
  return (
    <Answer page of={useSpace(space)} height={640}>
      {(found) => <Asking space={found} />}
    </Answer>
  );
}

/** Public form to report an empty space, or an update on a known one. */
export function ReportPage() {
  const { space } = useParams();
  return space ? <OfSpace space={space} /> : <Asking space={null} />;
}
