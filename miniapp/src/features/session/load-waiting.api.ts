import { toDoLines, type InboxView } from '@jiannuo/shared/notifications';
import { useQuery } from '@tanstack/react-query';
import { callServer } from '../../platform/http/call-server';
import { QUERY_KEYS } from '../../platform/query/query-keys';
import type { ShellCounts } from './shell';

type Waiting = Pick<ShellCounts, 'toDo' | 'toSupervise' | 'toAssess'>;

function loadInbox(): Promise<InboxView> {
  return callServer<InboxView>({ path: '/api/inbox' });
}

function waitingIn(inbox: InboxView): Waiting {
  const lines = toDoLines(inbox);
  const toSupervise = lines.filter(({ target: { kind } }) => kind === 'notice' || kind === 'ticket').length;
  const objections = lines.filter(({ target: { kind } }) => kind === 'objection').length;
  return { toDo: lines.length, toSupervise, toAssess: objections + sheetsIn(inbox) };
}

/** Self-assessments that wait for review: a month's claim names what each county owed. */
function sheetsIn({ claims }: InboxView): number {
  const months = claims.filter(({ targets: [{ kind }] }) => kind === 'review-month');
  return months.reduce((sum, { targets }) => sum + targets.length - 1, 0);
}

/** How much waits for this person; 0 while unknown. Shares the inbox's own answer. */
export function useWaiting(isAsked: boolean): Waiting {
  const { data } = useQuery({ queryKey: QUERY_KEYS.inbox, queryFn: loadInbox, enabled: isAsked, select: waitingIn });
  return data ?? { toDo: 0, toSupervise: 0, toAssess: 0 };
}
