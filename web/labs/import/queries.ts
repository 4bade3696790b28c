// SPDX-License-Identifier: AGPL-3.0-or-later
import { useState } from 'react';
import type { AnyEndpoint, QueryOf, ReplyOf } from '../../../api/contract.ts';
import type { ImportRow, importLabs } from '../../../api/labs/import/contract.ts';
import type { importModels, ModelRow } from '../../../api/labs/machine-catalogue/contract.ts';
import { addressOf } from '../../http.ts';
import { useSending } from '../../sending.ts';
import { useAddress } from '../../ui/address.ts';
import { useWanted } from '../directory/queries.ts';

export type { ImportRow, ModelRow };

const room = '/api/v1/programmes/{programme}';

/** Sends the same file for the preview and the import, so that the preview matches what is recorded. */
export function useImport<E extends AnyEndpoint>(path: E['path']) {
  const { programme } = useAddress();
  const [reply, setReply] = useState<ReplyOf<E>>();
  const { send, problem, busy, clear } = useSending<E>('PUT', path);
  const take = async (file: File, query: QueryOf<E>) =>
    setReply(await send({ params: { programme } as never, query, file }).catch(() => undefined));
  const forget = () => {
    setReply(undefined);
    clear();
  };
  return { reply, problem, busy, take, forget };
}

export const useLabImport = () => useImport<typeof importLabs>(`${room}/lab-imports`);
export const useModelImport = () => useImport<typeof importModels>(`${room}/machine-model-imports`);

const formats = ['csv', 'xlsx', 'geojson', 'okw'] as const;

/** Download URLs of the directory with the current filters and day. */
export function useLabFiles() {
  const { programme, asOf } = useAddress();
  const wanted = { ...useWanted(), asOf };
  return formats.map((format) => {
    const path = `${room}/labs.${format === 'okw' ? 'okw.json' : format}`;
    return { format, address: addressOf(path, { programme }, wanted) };
  });
}
