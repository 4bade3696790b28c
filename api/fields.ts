// SPDX-License-Identifier: AGPL-3.0-or-later
import * as drafting from './calls/drafting/fields.ts';
import { awardRecord } from './calls/published/award.fields.ts';
import * as published from './calls/published/fields.ts';
import { callAnswerRecord } from './calls/questions/fields.ts';
import { rankingRecord } from './calls/ranking/fields.ts';
import { contextEntryRecord, sourceRecord } from './city/background/fields.ts';
import { eventRecord, eventSessionRecord } from './city/events/fields.ts';
import { indicatorRecord, measurementRecord } from './city/indicators/fields.ts';
import { organisationRecord } from './city/organisations/fields.ts';
import { programmeRecord } from './city/programmes/fields.ts';
import { peripheryTargetRecord, zoneRecord } from './city/territory/fields.ts';
import { labRecord } from './labs/directory/fields.ts';
import { machineModelRecord, machineRecord } from './labs/machines/fields.ts';
import { labPhotoRecord, spaceFileRecord } from './labs/photos/fields.ts';
import { labRequirementRecord, qualificationStepRecord } from './labs/qualification/fields.ts';
import * as agreements from './money/agreements/fields.ts';
import { awardCheckRecord, paymentRecord } from './money/awards/fields.ts';
import { allocationRecord, earmarkRecord, fundRecord } from './money/funds/fields.ts';
import { areaRecord, initiativeRecord } from './plan/areas/fields.ts';
import { closingRecord } from './plan/closings/fields.ts';
import { cycleRecord, cycleReviewRecord } from './plan/cycles/fields.ts';
import { evidenceRecord } from './plan/evidence/fields.ts';
import { milestoneDependencyRecord, milestoneRecord } from './plan/milestones/fields.ts';
import { forecastRecord, promiseRecord } from './plan/promises/fields.ts';
import type { Field, RecordOf } from './platform/fields/rules.ts';
import { spaceRecord } from './spaces/directory/fields.ts';

/** All tables of the domain, parts after their whole. */
export const records: readonly RecordOf[] = [
  programmeRecord,
  areaRecord,
  initiativeRecord,
  cycleRecord,
  cycleReviewRecord,
  milestoneRecord,
  promiseRecord,
  forecastRecord,
  evidenceRecord,
  closingRecord,
  milestoneDependencyRecord,
  zoneRecord,
  peripheryTargetRecord,
  organisationRecord,
  sourceRecord,
  contextEntryRecord,
  eventRecord,
  eventSessionRecord,
  indicatorRecord,
  measurementRecord,
  labRecord,
  labPhotoRecord,
  machineRecord,
  machineModelRecord,
  labRequirementRecord,
  qualificationStepRecord,
  spaceRecord,
  spaceFileRecord,
  published.callRecord,
  published.callBudgetRecord,
  drafting.callCriterionRecord,
  drafting.callBonusRecord,
  drafting.callRequirementRecord,
  published.callBeneficiaryRecord,
  published.callAmendmentRecord,
  callAnswerRecord,
  published.lotRecord,
  rankingRecord,
  awardRecord,
  paymentRecord,
  awardCheckRecord,
  agreements.agreementRecord,
  agreements.agreementPartyRecord,
  agreements.contributionRecord,
  agreements.obligationRecord,
  fundRecord,
  allocationRecord,
  earmarkRecord,
];

const byTable = new Map(records.map((record) => [record.table, record]));

export const recordOf = (table: string): RecordOf | undefined => byTable.get(table);

/** Description of a column, if its table has one. */
export const fieldOf = (table: string, column: string): Field | undefined => recordOf(table)?.fields[column];
