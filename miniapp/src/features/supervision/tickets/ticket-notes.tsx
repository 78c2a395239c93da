import { formatDue, formatMoment } from '@jiannuo/shared/kernel';
import type { SupervisionEvent, TicketView } from '@jiannuo/shared/supervision';
import { View } from '@tarojs/components';
import { now } from '../../../platform/clock';
import { ReturnedNote } from '../../../ui/report/returned-note';
import { shelterWords } from '../supervision-words';

type Noted = Pick<TicketView, 'history' | 'state' | 'askedDueAt' | 'shelteredUntil' | 'actions' | 'metAt'>;

function last(
  history: TicketView['history'],
  ...actions: readonly SupervisionEvent['action'][]
): SupervisionEvent | undefined {
  return history.filter(({ action }) => actions.includes(action)).at(-1);
}

interface NoteProps {
  readonly event: SupervisionEvent;
  readonly text: string;
  /** What that means for what happens next. */
  readonly means?: string;
}

function Note({ event, text, means = '' }: NoteProps) {
  return (
    <View className="ticket-note">
      <ReturnedNote by={event.unitName} when={formatMoment(event.at, now())} text={text} />
      {means === '' ? null : <View className="ticket-note-means t-s c-ink-2">{means}</View>}
    </View>
  );
}

/** Why the answer was sent back, until the next one is in. */
export function BackNote({ ticket: { history, state } }: { readonly ticket: Noted }) {
  const back = state === 'returned' || state === 'working' ? last(history, 'return') : undefined;
  return back === undefined ? null : <Note event={back} text={`退回修改：${back.text}`} />;
}

/** What a request that waits means for what happens next: to the lead unit, that it cannot refuse it any more. */
function askedMeans({ state, metAt, shelteredUntil, actions }: Noted): string {
  const isPassed = actions.includes('grant-extension') && !actions.includes('refuse-extension');
  const passed = isPassed ? '单位在时限前申请的，时限已过，只能同意延期。' : '';
  if (state !== 'answered' || metAt === null) return passed === '' ? shelterWords(shelteredUntil, now()) : passed;
  const came = `反馈${formatMoment(metAt, now())}已交，同意延到这以后，就算按时。`;
  return actions.includes('grant-extension') ? `${came}请先答复，再复核。${passed}` : came;
}

/** For how much more time the unit asks, and why, until it is answered; and how long that holds everything else back. */
export function AskedNote({ ticket }: { readonly ticket: Noted }) {
  const { history, askedDueAt } = ticket;
  const asked = askedDueAt === null ? undefined : last(history, 'ask-extension', 'carry-extension');
  if (askedDueAt === null || asked === undefined) return null;
  const wish = `${asked.action === 'carry-extension' ? '更正前' : ''}申请延到${formatDue(askedDueAt, now())}：${asked.text}`;
  return <Note event={asked} text={wish} means={askedMeans(ticket)} />;
}
