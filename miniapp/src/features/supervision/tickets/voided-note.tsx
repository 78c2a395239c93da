import { formatMoment } from '@jiannuo/shared/kernel';
import type { TicketView } from '@jiannuo/shared/supervision';
import { now } from '../../../platform/clock';
import { NoteBox } from '../../../ui/record/note-box';

type Ended = Pick<TicketView, 'history' | 'noticeState'>;

/** Why and when a notice was declared void; nothing where nobody wrote it on this ticket. */
export function voidLines({ history }: Pick<Ended, 'history'>): readonly string[] {
  return history.flatMap(({ action, text, at }) => {
    return action === 'void' ? [`${formatMoment(at, now())}　${text}`] : [];
  });
}

/** That a notice was declared void, before anything of it is read: whoever has it must not act on it any more. */
export function VoidedNote({ ticket }: { readonly ticket: Ended }) {
  if (ticket.noticeState !== 'voided') return null;
  return <NoteBox title="已作废" lines={voidLines(ticket)} note="这一份不再作数，请不要再据此办理。" />;
}
