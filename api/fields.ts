// SPDX-License-Identifier: AGPL-3.0-or-later
import { labRecord } from './labs/directory/fields.ts';
import { machineModelRecord, machineRecord } from './labs/machines/fields.ts';
import type { Field, RecordOf } from './platform/fields/rules.ts';
import { spaceRecord } from './spaces/directory/fields.ts';

/** All tables whose columns are described. */
export const records: readonly RecordOf[] = [labRecord, machineRecord, machineModelRecord, spaceRecord];

const byTable = new Map(records.map((record) => [record.table, record]));

/** Description of a column, if its table has one. */
export const fieldOf = (table: string, column: string): Field | undefined => byTable.get(table)?.fields[column];
