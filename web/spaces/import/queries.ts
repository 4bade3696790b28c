// SPDX-License-Identifier: AGPL-3.0-or-later
import type { importSpaces } from '../../../api/spaces/import/contract.ts';
import { useImport } from '../../labs/import/queries.ts';

export const useSpaceImport = () => useImport<typeof importSpaces>('/api/v1/programmes/{programme}/space-imports');
