// SPDX-License-Identifier: AGPL-3.0-or-later
import type { ReplyOf } from '../../../api/contract.ts';
import type { listDocuments, listQualified, readQualification } from '../../../api/labs/qualification/contract.ts';
import { useReading } from '../../reading.ts';

const programme = '/api/v1/programmes/{programme}';
export const room = `${programme}/labs/{lab}` as const;

export type Qualification = ReplyOf<typeof readQualification>;
export type Qualified = ReplyOf<typeof listQualified>;
export type Requirement = Qualified['requirements'][number];

export const useQualified = () => useReading<typeof listQualified>(`${programme}/qualified-labs`, {}, {});
export const useQualification = (lab: string) =>
  useReading<typeof readQualification>(`${room}/qualification`, { lab }, {});
export const useDocuments = (lab: string) => useReading<typeof listDocuments>(`${room}/documents`, { lab }, {});
