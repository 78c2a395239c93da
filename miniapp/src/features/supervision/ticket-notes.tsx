import { formatDue, formatMoment } from '@jiannuo/shared/kernel';
import type { SupervisionEvent, TicketView } from '@jiannuo/shared/supervision';
import { View } from '@tarojs/components';
import { now } from '../../platform/clock';
import { ReturnedNote } from '../../ui/report/returned-note';

type Noted = Pick<TicketView, 'history' | 'state' | 'askedDueAt'>;

function last(history: TicketView['history'], action: SupervisionEvent['action']): SupervisionEvent | undefined {
  return history.filter((event) => event.action === action).at(-1);
}

function Note({ event, text }: { readonly event: SupervisionEvent; readonly text: string }) {
  return (
    <View className="ticket-note">
      <ReturnedNote by={event.unitName} when={formatMoment(event.at, now())} text={text} />
    </View>
  );
}

/** Why the answer was sent back, until the next one is in. */
export function BackNote({ ticket: { history, state } }: { readonly ticket: Noted }) {
  const back = state === 'returned' || state === 'working' ? last(history, 'return') : undefined;
  return back === undefined ? null : <Note event={back} text={`退回修改：${back.text}`} />;
}

/** For how much more time the unit asks, and why, until it is answered. */
export function AskedNote({ ticket: { history, askedDueAt } }: { readonly ticket: Noted }) {
  const asked = askedDueAt === null ? undefined : last(history, 'ask-extension');
  if (askedDueAt === null || asked === undefined) return null;
  return <Note event={asked} text={`申请延到${formatDue(askedDueAt, now())}：${asked.text}`} />;
}
