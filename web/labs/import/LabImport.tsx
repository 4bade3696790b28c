// SPDX-License-Identifier: AGPL-3.0-or-later
import { useState } from 'react';
import { labFields } from '../../../api/labs/directory/fields.ts';
import { useFormat } from '../../i18n/format.ts';
import { useTranslate } from '../../i18n/translate.ts';
import { Refusal } from '../../ui/Form.tsx';
import { Help } from '../../ui/Help.tsx';
import { FileField, Plain, Select } from './Fields.tsx';
import { Outcome } from './Outcome.tsx';
import { useLabImport } from './queries.ts';

const formats = ['okw', 'fablabs', 'csv', 'xlsx'] as const;
const lookalikes = ['skip', 'link', 'add'] as const;
const filters = ['country', 'city', 'within'] as const;
type Format = (typeof formats)[number];
type PersistedForm = Partial<Record<(typeof filters)[number], string>>;

/** Row filter for worldwide lists. */
function Filters({ kept, onKeep }: { kept: PersistedForm; onKeep: (kept: PersistedForm) => void }) {
  const { t } = useTranslate();
  return (
    <fieldset className="field">
      <legend>{t('interchange.labs.only')}</legend>
      <p className="field-hint">{t('interchange.labs.onlyWords')}</p>
      {filters.map((name) => (
        <Plain
          key={name}
          label={t(`interchange.labs.${name}`)}
          {...(name === 'within' ? { hint: t('interchange.labs.withinHint') } : {})}
        >
          {(given) => (
            <input
              {...given}
              type="text"
              value={kept[name] ?? ''}
              onChange={({ target }) => onKeep({ ...kept, [name]: target.value })}
            />
          )}
        </Plain>
      ))}
    </fieldset>
  );
}

/** The chosen options; each change discards the preview. */
function useChosen(forget: () => void) {
  const [file, setFile] = useState<File>();
  const [format, setFormat] = useState<Format>('okw');
  const [kept, setKept] = useState<PersistedForm>({});
  const [alike, setAlike] = useState<(typeof lookalikes)[number]>('skip');
  const changing =
    <V,>(set: (value: V) => void) =>
    (value: V) => {
      forget();
      set(value);
    };
  const table = format === 'csv' || format === 'xlsx';
  const given = Object.entries(kept).filter(([name, words]) => words?.trim() && (!table || name === 'within'));
  const query = { format, lookalikes: alike, ...Object.fromEntries(given) };
  return {
    ...{ file, format, kept, alike, table, query },
    chooseFile: changing(setFile),
    chooseFormat: changing(setFormat),
    keep: changing(setKept),
    chooseAlike: changing(setAlike),
  };
}

/** Imports labs from a file: preview, then record. */
export function LabImport() {
  const { t } = useTranslate();
  const { number } = useFormat();
  const { reply, problem, busy, take, forget } = useLabImport();
  const chosen = useChosen(forget);
  const { file, format, table, query } = chosen;
  const accept = table ? `.${format}` : '.json';
  const send = (apply: 'true' | 'false') => file && take(file, { ...query, apply });
  return (
    <section>
      <h2>{t('interchange.labs.title')}</h2>
      <div className="form">
        <Select
          label={t('interchange.labs.format')}
          value={format}
          options={formats.map((value) => ({ value, label: t(`interchange.labs.formats.${value}`) }))}
          onChange={chosen.chooseFormat}
        />
        {format === 'okw' && <Help of="okw" />}
        <FileField key={accept} label={t('interchange.labs.file')} accept={accept} onFile={chosen.chooseFile} />
        {!table && <Filters kept={chosen.kept} onKeep={chosen.keep} />}
        <Select
          label={t('interchange.labs.lookalikes')}
          value={chosen.alike}
          options={lookalikes.map((value) => ({ value, label: t(`interchange.labs.lookalikeActs.${value}`) }))}
          onChange={chosen.chooseAlike}
        />
        <Refusal problem={problem} />
        <button type="button" className="button" disabled={!file} aria-disabled={busy} onClick={() => send('false')}>
          {t('interchange.preview')}
        </button>
      </div>
      {reply && <Outcome {...reply} fields={labFields} busy={busy} onApply={() => send('true')} />}
      {reply && reply.outside > 0 && (
        <p className="muted">
          {t('interchange.labs.outside', { count: reply.outside, figure: number(reply.outside) })}
        </p>
      )}
    </section>
  );
}
