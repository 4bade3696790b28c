// SPDX-License-Identifier: AGPL-3.0-or-later
import type { listMachineModels, MachineModel } from '../../../api/labs/machines/contract.ts';
import { useReading } from '../../reading.ts';

export type { MachineModel };
export const room = '/api/v1/programmes/{programme}/labs/{lab}/machines';

export const useMachineModels = (asked: { process?: MachineModel['process']; q?: string }) =>
  useReading<typeof listMachineModels>('/api/v1/programmes/{programme}/machine-models', {}, { ...asked, limit: 40 });
