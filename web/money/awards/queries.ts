// SPDX-License-Identifier: AGPL-3.0-or-later

import type { AwardSummary } from '../../../api/calls/published/contract.ts';
import type { Award, readAward } from '../../../api/money/awards/contract.ts';
import { useReading } from '../../reading.ts';

export type { Award, AwardSummary };

export const room = '/api/v1/programmes/{programme}/awards/{award}';

export const useAward = (award: string) => useReading<typeof readAward>(room, { award }, {});
