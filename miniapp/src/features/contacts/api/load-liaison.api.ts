import type { AppointmentView, DirectoryView } from '@jiannuo/shared/people';
import { useQuery } from '@tanstack/react-query';
import { callServer } from '../../../platform/http/call-server';
import { QUERY_KEYS } from '../../../platform/query/query-keys';

/** Whom to call in a unit: its liaison; null while not known, or when there is none. */
export function useLiaison(unitId: string): AppointmentView | null {
  const { data } = useQuery({
    queryKey: [...QUERY_KEYS.directory, 'liaisons'],
    queryFn: () => callServer<DirectoryView>({ path: '/api/appointments' }),
  });
  return data?.rows.find(({ unit, role }) => unit.id === unitId && role === 'liaison') ?? null;
}
