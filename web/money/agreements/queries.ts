// SPDX-License-Identifier: AGPL-3.0-or-later
import type { listAgreements, readAgreement } from '../../../api/money/agreements/contract.ts';
import { useReading } from '../../reading.ts';

const room = '/api/v1/programmes/{programme}/agreements';

export const useAgreements = () => useReading<typeof listAgreements>(room, {}, {});

export const useAgreement = (agreement: string) =>
  useReading<typeof readAgreement>(`${room}/{agreement}`, { agreement }, {});
