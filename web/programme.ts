// SPDX-License-Identifier: AGPL-3.0-or-later
import { type UseQueryResult, useQuery } from '@tanstack/react-query';
import { useOutletContext } from 'react-router';
import type { listProgrammes, readProgramme } from '../api/city/programmes/contract.ts';
import type { ReplyOf } from '../api/contract.ts';
import { get, type Problem } from './http.ts';
import { useReading } from './reading.ts';
import { useAddress } from './ui/address.ts';

export type Programme = ReplyOf<typeof readProgramme>;

const programmePath = '/api/v1/programmes/{programme}';

export function useProgrammes(): UseQueryResult<ReplyOf<typeof listProgrammes>, Problem> {
  const { language } = useAddress();
  return useQuery<ReplyOf<typeof listProgrammes>, Problem>({
    queryKey: ['programmes', language],
    queryFn: ({ signal }) => get<typeof listProgrammes>('/api/v1/programmes', {}, {}, { language, signal }),
  });
}

export const useProgrammeReading = () => useReading<typeof readProgramme>(programmePath, {}, {});

/** The programme as it is now, independent of the day in the address. */
export function useProgrammeToday(wanted: boolean): UseQueryResult<Programme, Problem> {
  const { language, programme } = useAddress();
  return useQuery<Programme, Problem>({
    queryKey: ['programme', programme, 'today', language],
    queryFn: ({ signal }) => get<typeof readProgramme>(programmePath, { programme }, {}, { language, signal }),
    enabled: wanted,
  });
}

/** Programme data already loaded by the frame: name, owner, areas, cycles and the requested day. */
export const useProgramme = () => useOutletContext<Programme>();
