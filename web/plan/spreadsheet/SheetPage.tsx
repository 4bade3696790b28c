// SPDX-License-Identifier: AGPL-3.0-or-later
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import type { ReplyOf } from '../../../api/contract.ts';
import type { SheetRow, sendSheet } from '../../../api/plan/spreadsheet/contract.ts';
import { addressOf } from '../../http.ts';
import { useFormat } from '../../i18n/format.ts';
import { useText } from '../../i18n/text.ts';
import { useTranslate } from '../../i18n/translate.ts';
import { useProgramme } from '../../programme.ts';
import { useSending } from '../../sending.ts';
import { useAddress } from '../../ui/address.ts';
import { DataTable } from '../../ui/DataTable.tsx';
import { Refusal } from '../../ui/Form.tsx';
import { NotFound } from '../../ui/states.tsx';
import { useTitle } from '../../ui/title.ts';

type Preview = ReplyOf<typeof sendSheet>;

const count = (rows: readonly SheetRow[], kind: SheetRow['kind']) => rows.filter((row) => row.kind === kind).length;

function Differences({ row: { fields, reasons } }: { row: SheetRow }) {
  const { t } = useTranslate();
  const shown = (words: string | null) => words ?? t('sheet.empty');
  return (
    <>
      {fields.map(({ name, before, after }) => (
        <div key={name}>
          <code>{name}</code> {shown(before)} → <strong>{shown(after)}</strong>
        </div>
      ))}
      {reasons.map(({ name, reason }) => (
        <div key={name + reason} className="is-late">
          {name && <code>{name}</code>} {reason}
        </div>
      ))}
    </>
  );
}

function PreviewTable({ rows }: { rows: readonly SheetRow[] }) {
  const { t } = useTranslate();
  const tally = { added: 0, changed: 0, refused: 0, overtaken: 0, same: 0 };
  for (const kind of Object.keys(tally) as SheetRow['kind'][]) tally[kind] = count(rows, kind);
  const table = {
    rows: rows.filter(({ kind }) => kind !== 'same'),
    rowKey: ({ row }: SheetRow) => String(row),
    columns: [
      { key: 'row', header: t('sheet.row'), value: ({ row }: SheetRow) => row, numeric: true },
      { key: 'name', header: t('sheet.name'), value: ({ name, key }: SheetRow) => name || key, rowHeader: true },
      { key: 'what', header: t('sheet.what'), value: ({ kind }: SheetRow) => t(`sheet.kinds.${kind}`) },
      {
        key: 'fields',
        header: t('sheet.fields'),
        value: () => null,
        cell: (row: SheetRow) => <Differences row={row} />,
      },
    ],
  };
  return (
    <>
      <p role="status">{t('sheet.tally', tally)}</p>
      {table.rows.length > 0 && <DataTable caption={t('sheet.fields')} captionHidden table={table} />}
    </>
  );
}

/** Uploads the file for the preview and again for the import, so that the preview matches what is recorded. */
function Upload({ cycle }: { cycle: string }) {
  const { t } = useTranslate();
  const { programme } = useAddress();
  const [file, setFile] = useState<File>();
  const [preview, setPreview] = useState<Preview>();
  const { send, problem, busy } = useSending<typeof sendSheet>(
    'POST',
    '/api/v1/programmes/{programme}/cycles/{cycle}/plan-sheet',
  );
  const take = async (apply: 'true' | 'false') => {
    if (!file) return;
    const reply = await send({ params: { programme, cycle }, query: { apply }, file }).catch(() => undefined);
    setPreview(reply);
  };
  const rows = preview?.rows ?? [];
  const blocked = count(rows, 'refused') + count(rows, 'overtaken') > 0;
  const changing = count(rows, 'added') + count(rows, 'changed');
  return (
    <section aria-labelledby="upload-title">
      <h2 id="upload-title">{t('sheet.choose')}</h2>
      <div className="form">
        <div className="field">
          <label htmlFor="sheet-file">{t('sheet.choose')}</label>
          <input
            id="sheet-file"
            type="file"
            accept=".xlsx"
            onChange={({ target }) => {
              setFile(target.files?.[0]);
              setPreview(undefined);
            }}
          />
        </div>
        <Refusal problem={problem} />
        <button type="button" className="button" disabled={!file} aria-disabled={busy} onClick={() => take('false')}>
          {t('sheet.preview')}
        </button>
      </div>
      {preview && <PreviewTable rows={rows} />}
      {preview?.applied && <p role="status">{t('sheet.applied', { count: changing })}</p>}
      {preview && !preview.applied && blocked && <p>{t('sheet.blocked')}</p>}
      {preview && !preview.applied && !blocked && changing === 0 && <p>{t('sheet.nothing')}</p>}
      {preview && !preview.applied && !blocked && changing > 0 && (
        <button type="button" className="button button-main" aria-disabled={busy} onClick={() => take('true')}>
          {t('sheet.apply')}
        </button>
      )}
    </section>
  );
}

/** Export and import of a cycle's plan as a spreadsheet. */
export function SheetPage() {
  const { t } = useTranslate();
  const { span } = useFormat();
  const text = useText();
  const { programme } = useAddress();
  const { name, cycles, shownCycle } = useProgramme();
  const [search] = useSearchParams();
  useTitle(t('sheet.title'), text(name).text);
  const asked = search.get('cycle') ?? shownCycle;
  if (!asked) return <NotFound />;
  const cycle = cycles.find(({ key }) => key === asked);
  const window = cycle ? span(cycle.startsOn, cycle.endsOn) : '';
  const address = addressOf('/api/v1/programmes/{programme}/cycles/{cycle}/plan.xlsx', { programme, cycle: asked }, {});
  return (
    <div className="page">
      <section>
        <h1 className="lead">{t('sheet.lead', { window })}</h1>
        <p className="prose">{t('sheet.about')}</p>
        <p>
          <a className="button" href={address} download>
            {t('sheet.download')}
          </a>
        </p>
      </section>
      <Upload cycle={asked} />
    </div>
  );
}
