import { formatMoment } from '@jiannuo/shared/kernel';
import { ruleOf, type NoticeView, type SupervisionEvent, type TicketView } from '@jiannuo/shared/supervision';
import { now } from '../../../platform/clock';
import { NoteBox } from '../../../ui/record/note-box';
import { goneReaders, readersWords } from './reader-words';

/** That a named person left his post, so that nobody reads it in his place, and what there is to do. */
export function ReaderNote({ notice: { readers, actions } }: { readonly notice: NoticeView }) {
  if (!actions.includes('succeed')) return null;
  const note = '接任的人看不到这一件，要他看请办“换知悉人”。';
  return <NoteBox title="知悉人已不在岗" lines={[readersWords(goneReaders(readers))]} note={note} />;
}

/** What fell away of what something rests on, since the lead unit last said that it stands. */
function fallenAway(history: readonly SupervisionEvent[]): readonly string[] {
  const since = history.map(({ action }) => action).lastIndexOf('keep');
  return history.slice(since + 1).flatMap(({ action, text, at }) => {
    return action === 'shake' ? [`${formatMoment(at, now())}　${text}`] : [];
  });
}

/** That something a notice rests on fell away since, and what there is to do. */
export function ShakenNote({ notice: { history, actions } }: { readonly notice: NoticeView }) {
  if (!actions.includes('keep')) return null;
  return <NoteBox title="依据有变化" lines={fallenAway(history)} note="请更正、作废，或者写明理由维持。" />;
}

/** What of a clue that is not issued yet is to be decided first, or taken out: a prior notice that may not stand. */
export function ShakenPriorNote({ notice: { kind, state, chain } }: { readonly notice: NoticeView }) {
  const shaken = chain.filter(({ isShaken }) => isShaken === true);
  if (ruleOf(kind).accuses !== true || !UNISSUED.includes(state) || shaken.length === 0) return null;
  const lines = shaken.map(({ number, title }) => `${number}　${title}`);
  return (
    <NoteBox title="前面的通知依据有变" lines={lines} note="请先更正、作废或者维持，或者从归集里去掉，才能发出。" />
  );
}

const UNISSUED: readonly NoticeView['state'][] = ['proposed', 'draft', 'checking', 'checked'];
const LEAD_NOTE = '请在通知里更正、作废，或者写明理由维持。定下来以前不催办、不往下督导。';
const UNIT_NOTE = '等牵头单位更正、作废或者维持，这段时间不催办。';

/** The same on one unit's page: its unit has nothing to say to it, and the lead unit reads why it cannot urge. */
export function TicketShaken({ ticket, isLead }: { readonly ticket: TicketView; readonly isLead: boolean }) {
  if (!ticket.isShaken) return null;
  const note = isLead ? LEAD_NOTE : UNIT_NOTE;
  return <NoteBox title="依据有变化" lines={fallenAway(ticket.history)} note={note} />;
}
