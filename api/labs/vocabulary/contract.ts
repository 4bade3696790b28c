// SPDX-License-Identifier: AGPL-3.0-or-later
import { z } from 'zod';
import { materialKeys, processKeys } from './rules.ts';

export const process = z.enum(processKeys);

export const material = z.enum(materialKeys);
