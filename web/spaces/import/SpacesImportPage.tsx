// SPDX-License-Identifier: AGPL-3.0-or-later
import { useState } from 'react';
import { spaceFields } from '../../../api/spaces/directory/fields.ts';
import { useTranslate } from '../../i18n/translate.ts';
import { FileField, Select } from '../../labs/import/Fields.tsx';
import { Outcome } from '../../labs/import/Outcome.tsx';
import { Refusal } from '../../ui/Form.tsx';
import { Go } from '../../ui/Go.tsx';
import { OnlyFor } from '../../ui/OnlyFor.tsx';
import { SpaceFiles } from '../directory/SpaceFiles.tsx';
import { useSpaceImport } from './queries.ts';

const lookalikes = ['skip', 'link', 'add'] as const;
const formatOf = (file: File) => (/\.xlsx$/i.test(file.name) ? ('xlsx' as const) : ('csv' as const));

/** Imports spaces from a file: preview, then record. */
function SpaceImport() {
  const { t } = useTranslate();
  const { reply, problem, busy, take, forget } = useSpaceImport();
  const [file, setFile] = useState<File>();
  const [alike, setAlike] = useState<(typeof lookalikes)[number]>('skip');
  const send = (apply: 'true' | 'false') => file && take(file, { format: formatOf(file), lookalikes: alike, apply });
  return (
    <section>
      <h2>{t('census.imported.section')}</h2>
      <div className="form">
        <FileField
          label={t('census.imported.file')}
          accept=".csv,.xlsx"
          onFile={(chosen) => {
            forget();
            setFile(chosen);
          }}
        />
        <Select
          label={t('census.imported.lookalikes')}
          value={alike}
          options={lookalikes.map((value) => ({ value, label: t(`interchange.labs.lookalikeActs.${value}`) }))}
          onChange={(value) => {
            forget();
            setAlike(value);
          }}
        />
        <Refusal problem={problem} />
        <button type="button" className="button" disabled={!file} aria-disabled={busy} onClick={() => send('false')}>
          {t('interchange.preview')}
        </button>
      </div>
      {reply && <Outcome {...reply} fields={spaceFields} room="spaces" busy={busy} onApply={() => send('true')} />}
    </section>
  );
}

/** Census import; requires permission to keep spaces. */
export function SpacesImportPage() {
  const { t } = useTranslate();
  return (
    <OnlyFor right="keep-spaces" title={t('census.imported.title')} notYours={t('census.form.notYours')}>
      <div className="page">
        <section>
          <p className="kicker">
            <Go to="spaces">{t('nav.spaces')}</Go>
          </p>
          <h1 className="lead">{t('census.imported.lead')}</h1>
          <p className="prose">{t('census.imported.about')}</p>
          <SpaceFiles />
        </section>
        <SpaceImport />
      </div>
    </OnlyFor>
  );
}
