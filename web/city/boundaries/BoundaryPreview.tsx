// SPDX-License-Identifier: AGPL-3.0-or-later
import type { BoundaryRow, sendBoundaries } from '../../../api/city/boundaries/contract.ts';
import type { ReplyOf } from '../../../api/contract.ts';
import { useText } from '../../i18n/text.ts';
import { useTranslate } from '../../i18n/translate.ts';
import { type Column, DataTable } from '../../ui/DataTable.tsx';

/** Errors first: they must be fixed. */
const order: readonly BoundaryRow['kind'][] = ['refused', 'changed', 'added', 'same'];

function useColumns(): Column<BoundaryRow>[] {
  const { t } = useTranslate();
  const text = useText();
  const zone = (row: BoundaryRow) => (row.zone ? text(row.zone.name).text : t('boundaries.noZone'));
  return [
    { key: 'feature', header: t('boundaries.feature'), value: ({ feature }) => feature, numeric: true },
    { key: 'value', header: t('boundaries.value'), value: ({ value }) => value },
    { key: 'zone', header: t('charts.zone'), value: zone, rowHeader: true },
    {
      key: 'what',
      header: t('boundaries.what'),
      value: ({ kind }) => t(`boundaries.kinds.${kind}`),
      cell: ({ kind, reasons }) => (
        <>
          {t(`boundaries.kinds.${kind}`)}
          {reasons.map(({ reason }) => (
            <div key={reason} className="is-late">
              {reason}
            </div>
          ))}
        </>
      ),
    },
    { key: 'points', header: t('boundaries.points'), value: ({ points }) => points || null, numeric: true },
  ];
}

interface BoundaryPreviewProps {
  preview: ReplyOf<typeof sendBoundaries>;
  busy: boolean;
  onApply: () => void;
}

/** The zone of each feature and the resulting change. */
export function BoundaryPreview({ preview: { applied, rows, without }, busy, onApply }: BoundaryPreviewProps) {
  const { t } = useTranslate();
  const text = useText();
  const columns = useColumns();
  const count = (kind: BoundaryRow['kind']) => rows.filter((row) => row.kind === kind).length;
  const tally = { added: count('added'), changed: count('changed'), same: count('same'), refused: count('refused') };
  const changing = tally.added + tally.changed;
  const sorted = rows.toSorted((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind));
  const left = without.map(({ name }) => text(name).text).join(', ');
  return (
    <>
      <p role="status">{applied ? t('boundaries.applied', { count: changing }) : t('boundaries.tally', tally)}</p>
      {without.length > 0 && <p>{t('boundaries.without', { count: without.length, zones: left })}</p>}
      {!applied && tally.refused > 0 && <p>{t('boundaries.blocked')}</p>}
      {!applied && tally.refused === 0 && changing === 0 && <p>{t('boundaries.nothing')}</p>}
      {!applied && tally.refused === 0 && changing > 0 && (
        <p>
          <button type="button" className="button button-main" aria-disabled={busy} onClick={() => !busy && onApply()}>
            {t('boundaries.apply')}
          </button>
        </p>
      )}
      <DataTable
        caption={t('boundaries.rows')}
        captionHidden
        table={{ columns, rows: sorted, rowKey: ({ feature }) => String(feature) }}
      />
    </>
  );
}
