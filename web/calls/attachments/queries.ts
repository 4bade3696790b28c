// SPDX-License-Identifier: AGPL-3.0-or-later
import type { addFile } from '../../../api/calls/attachments/contract.ts';
import type { ReplyOf } from '../../../api/contract.ts';
import { useSending } from '../../sending.ts';
import { useAddress } from '../../ui/address.ts';

export type Attachment = ReplyOf<typeof addFile>;

/** Sends files for one's own application to a call; gives them as they were received. */
export function useUploading(call: string) {
  const { programme } = useAddress();
  const { send, problem, busy } = useSending<typeof addFile>(
    'PUT',
    '/api/v1/programmes/{programme}/calls/{call}/application/files',
  );
  const upload = (file: File) => send({ params: { programme, call }, query: { name: file.name }, file });
  return { upload, problem, busy };
}

/** Where the files of an application are read: by its firm, by the office, by who judges it. */
export function useFilesAt(call: string, by: 'firm' | 'office' | 'evaluator', application?: number): string {
  const { programme } = useAddress();
  const below = { firm: 'application', office: `applications/${application}`, evaluator: `evaluation/${application}` };
  return `/api/v1/programmes/${programme}/calls/${call}/${below[by]}/files`;
}
