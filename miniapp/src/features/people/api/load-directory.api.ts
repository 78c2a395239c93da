import type { AppointmentView, DirectoryView, UnitsView } from '@jiannuo/shared/people';
import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { callServer } from '../../../platform/http/call-server';
import { QUERY_KEYS } from '../../../platform/query/query-keys';
import { directoryLines, type DirectoryLine } from '../directory-lines';

/** The group's units with who holds which post now, and what each lacks. */
export function useDirectory(): UseQueryResult<readonly DirectoryLine[]> {
  return useQuery({
    queryKey: QUERY_KEYS.directory,
    queryFn: async () => {
      const [units, directory] = await Promise.all([
        callServer<UnitsView>({ path: '/api/units' }),
        callServer<DirectoryView>({ path: '/api/appointments' }),
      ]);
      return directoryLines(units.units, directory);
    },
  });
}

/** Everybody who ever held a post in a unit, latest first. */
export function useFormerHolders(unitId: string): UseQueryResult<readonly AppointmentView[]> {
  return useQuery({
    queryKey: [...QUERY_KEYS.directory, unitId, 'history'],
    queryFn: async () => {
      const path = `/api/appointments?unitId=${encodeURIComponent(unitId)}&history=1`;
      const { rows } = await callServer<DirectoryView>({ path });
      return rows.filter(({ validTo }) => validTo !== null);
    },
  });
}
