// SPDX-License-Identifier: AGPL-3.0-or-later
import { useState } from 'react';
import { modelFields } from '../../../api/labs/machines/fields.ts';
import type { ProcessTerm } from '../../../api/labs/vocabulary/rules.ts';
import { useTerms } from '../../i18n/terms.ts';
import { useTranslate } from '../../i18n/translate.ts';
import { Refusal } from '../../ui/Form.tsx';
import { FileField, Select } from './Fields.tsx';
import { Outcome } from './Outcome.tsx';
import { useModelImport } from './queries.ts';

/** Imports the machine catalogue from a file: preview, then record. */
export function ModelImport() {
  const { t } = useTranslate();
  const { processes } = useTerms();
  const { reply, problem, busy, take, forget } = useModelImport();
  const [file, setFile] = useState<File>();
  const [process, setProcess] = useState<ProcessTerm>('laser-cutting');
  const send = (apply: 'true' | 'false') => file && take(file, { process, apply });
  return (
    <section>
      <h2>{t('interchange.models.title')}</h2>
      <p className="prose">{t('interchange.models.about')}</p>
      <div className="form">
        <Select
          label={t('interchange.models.process')}
          value={process}
          options={processes}
          onChange={(value) => {
            forget();
            setProcess(value);
          }}
        />
        <FileField
          label={t('interchange.models.file')}
          accept=".csv"
          onFile={(chosen) => {
            forget();
            setFile(chosen);
          }}
        />
        <Refusal problem={problem} />
        <button type="button" className="button" disabled={!file} aria-disabled={busy} onClick={() => send('false')}>
          {t('interchange.preview')}
        </button>
      </div>
      {reply && <Outcome {...reply} fields={modelFields} busy={busy} onApply={() => send('true')} />}
    </section>
  );
}
