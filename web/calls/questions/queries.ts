// SPDX-License-Identifier: AGPL-3.0-or-later

import type { listQuestions } from '../../../api/calls/questions/contract.ts';
import type { ReplyOf } from '../../../api/contract.ts';
import { useReading } from '../../reading.ts';

export const room = '/api/v1/programmes/{programme}/calls/{call}/questions';

export type Question = ReplyOf<typeof listQuestions>['items'][number];

export const useQuestions = (call: string) => useReading<typeof listQuestions>(room, { call }, {});
