// SPDX-License-Identifier: AGPL-3.0-or-later
import type { z } from 'zod';
import type { Writer } from '../../../db/change.ts';
import { editProgramme } from '../../../db/city/programmes/writes.ts';
import type { setProgramme } from './contract.ts';

/** Updates the programme's settings. */
export async function set(writer: Writer, programmeId: number, { fourEyes }: z.output<(typeof setProgramme)['input']>) {
  await editProgramme(writer, programmeId, { four_eyes: fourEyes });
  return { fourEyes };
}
