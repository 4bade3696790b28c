// SPDX-License-Identifier: AGPL-3.0-or-later

import { type Fields, precisionOf } from '../../../api/platform/fields/rules.ts';
import { useFormat } from '../../i18n/format.ts';
import { useText } from '../../i18n/text.ts';
import { useTranslate } from '../../i18n/translate.ts';
import { useCellName } from '../../platform/fields/FieldValue.tsx';
import { Edited } from '../../platform/history/Fields.tsx';
import { DataTable } from '../../ui/DataTable.tsx';
import { Go } from '../../ui/Go.tsx';
import type { ImportRow, ModelRow } from './queries.ts';

type Row = ModelRow | ImportRow;
const groups = ['refused', 'lookalike', 'duplicate-in-file', 'changed', 'added'] as const;
/** Maximum number of rows listed per kind. */
const shownRows = 200;

const wordOf = (kind: (typeof groups)[number] | 'same') => (kind === 'duplicate-in-file' ? 'duplicate' : kind);

/** New rows, possible duplicates and problems. */
function Why({ row, room, fields }: { row: Row; room: string; fields: Fields }) {
  const { t } = useTranslate();
  const nameOf = useCellName(fields);
  const text = useText();
  const alike = 'alike' in row ? row.alike : [];
  // Possible duplicates are shown with the entry they resemble.
  const said = row.reasons.filter(({ code }) => code !== 'looks-alike');
  const changes = 'changes' in row ? row.changes : [];
  const told = changes.map(({ name }) => name);
  // What has no value to show, such as machines added.
  const rest = row.fields.filter((name) => !told.includes(name) && !told.some((one) => name === precisionOf(one)));
  const against = row.kind === 'refused' ? 'is-late' : undefined;
  return (
    <>
      {changes.length > 0 && <Edited change={{ table: room === 'spaces' ? 'space' : 'lab', fields: changes }} />}
      {row.kind === 'changed' && rest.length > 0 && (
        <div>{[...new Set(rest.map((name) => nameOf(name) ?? name))].join(', ')}</div>
      )}
      {alike.map(({ key, name, why }) => (
        <div key={key}>
          {t('interchange.alike')} <Go to={`${room}/${key}`}>{text(name).text}</Go> (
          {why.map((one) => t(`interchange.whys.${one}`)).join(', ')})
        </div>
      ))}
      {said.map(({ name, reason }) => (
        <div key={name + reason} className={against}>
          {name && (nameOf(name) ? <strong>{nameOf(name)}:</strong> : <code>{name}</code>)} {reason}
        </div>
      ))}
    </>
  );
}

interface GroupProps {
  kind: (typeof groups)[number];
  rows: readonly Row[];
  room: string;
  fields: Fields;
}

function Group({ kind, rows, room, fields }: GroupProps) {
  const { t } = useTranslate();
  const { number } = useFormat();
  const more = rows.length - shownRows;
  const title = t(`interchange.kinds.${wordOf(kind) as 'added'}`);
  const table = {
    rows: rows.slice(0, shownRows),
    rowKey: ({ row }: Row) => String(row),
    columns: [
      { key: 'row', header: t('interchange.row'), value: ({ row }: Row) => row, numeric: true },
      { key: 'name', header: t('interchange.name'), value: ({ name, key }: Row) => name || key, rowHeader: true },
      {
        key: 'why',
        header: t('interchange.why'),
        value: () => null,
        cell: (row: Row) => <Why row={row} room={room} fields={fields} />,
      },
    ],
  };
  return (
    <section className="outcome">
      <h3>
        {title} ({number(rows.length)})
      </h3>
      <DataTable caption={title} captionHidden table={table} />
      {more > 0 && <p className="muted">{t('interchange.more', { count: more, figure: number(more) })}</p>}
    </section>
  );
}

interface OutcomeProps {
  applied: boolean;
  /** Columns of the file that were not taken. */
  ignored?: readonly string[];
  rows: readonly Row[];
  /** What the columns of the file mean. */
  fields: Fields;
  /** Base path of the entries that rows resemble. */
  room?: string;
  busy: boolean;
  onApply: () => void;
}

/** Changes of a file by kind, and the button that records them. */
export function Outcome({ applied, ignored = [], rows, fields, room = 'labs', busy, onApply }: OutcomeProps) {
  const { t } = useTranslate();
  const { number } = useFormat();
  const of = (kind: Row['kind'] | 'lookalike') => rows.filter((row) => row.kind === kind);
  const counts = [...groups, 'same' as const].map((kind) => [wordOf(kind), of(kind).length] as const);
  const told = counts
    .filter(([, count]) => count > 0)
    .map(([word, count]) => t(`interchange.tally.${word as 'added'}`, { count, figure: number(count) }));
  const changing = of('added').length + of('changed').length;
  return (
    <>
      <p role="status">
        {applied ? t('interchange.applied', { count: changing, figure: number(changing) }) : told.join(', ')}
        {!applied && changing === 0 && ` ${t('interchange.nothing')}`}
      </p>
      {ignored.length > 0 && (
        <p className="muted">{t('interchange.models.ignored', { columns: ignored.join(', ') })}</p>
      )}
      {!applied && changing > 0 && (
        <button type="button" className="button button-main" aria-disabled={busy} onClick={onApply}>
          {t('interchange.apply')}
        </button>
      )}
      {groups.map(
        (kind) => of(kind).length > 0 && <Group key={kind} kind={kind} rows={of(kind)} room={room} fields={fields} />,
      )}
    </>
  );
}
