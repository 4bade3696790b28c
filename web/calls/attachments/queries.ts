// SPDX-License-Identifier: AGPL-3.0-or-later
import type { addFile, removeFile } from '../../../api/calls/attachments/contract.ts';
import type { ReplyOf } from '../../../api/contract.ts';
import { useSending } from '../../sending.ts';
import { useAddress } from '../../ui/address.ts';

export type Attachment = ReplyOf<typeof addFile>;

/** Uploads files for one's own application; returns them as stored. */
export function useUploading(call: string) {
  const { programme } = useAddress();
  const { send, problem, busy } = useSending<typeof addFile>(
    'PUT',
    '/api/v1/programmes/{programme}/calls/{call}/application/files',
  );
  const upload = (file: File) => send({ params: { programme, call }, query: { name: file.name }, file });
  return { upload, problem, busy };
}

/** Removes a file of one's own application that nothing names. */
export function useRemoving(call: string) {
  const { programme } = useAddress();
  const { send, problem, busy } = useSending<typeof removeFile>(
    'DELETE',
    '/api/v1/programmes/{programme}/calls/{call}/application/files/{file}',
  );
  const remove = (file: string) => send({ params: { programme, call, file } });
  return { remove, problem, busy };
}

/** Download path of an application's files: for the firm, the office and the evaluators. */
export function useFilesAt(call: string, by: 'firm' | 'office' | 'evaluator', application?: number): string {
  const { programme } = useAddress();
  const below = { firm: 'application', office: `applications/${application}`, evaluator: `evaluation/${application}` };
  return `/api/v1/programmes/${programme}/calls/${call}/${below[by]}/files`;
}
