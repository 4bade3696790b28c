// SPDX-License-Identifier: AGPL-3.0-or-later

import type { readPipeline } from '../../../api/calls/desk/contract.ts';
import type { ReplyOf } from '../../../api/contract.ts';
import { useReading } from '../../reading.ts';

export type PipelineCall = ReplyOf<typeof readPipeline>['items'][number];

export const usePipeline = () => useReading<typeof readPipeline>('/api/v1/programmes/{programme}/pipeline', {}, {});
