import { beijingDate, formatDate, type Instant } from '@jiannuo/shared/kernel';
import type { NoticeView, TicketView } from '@jiannuo/shared/supervision';
import { View } from '@tarojs/components';
import { now } from '../../../platform/clock';
import { Card } from '../../../ui/card/card';

/** What is due of a notice whose finding was cleared; null where nothing is any more. */
function dueOf({ state, corrects }: NoticeView): string | null {
  if (state === 'issued') return '这一份要更正或作废。';
  if (state !== 'draft' && state !== 'checking' && state !== 'checked') return null;
  return corrects === null ? '这一份不能再发，请办“不发了”。' : '更正里要写明。';
}

function ClearedNote({ at, due }: { readonly at: Instant | null; readonly due: string | null }) {
  if (at === null) return null;
  return (
    <Card>
      <View className="t-body is-bold">所依据的瞒报已认可说明，不算瞒报</View>
      <View className="t-s c-ink-2">{`${formatDate(beijingDate(at), now())}认可`}</View>
      {due === null ? null : <View className="t-s c-soon">{due}</View>}
    </Card>
  );
}

/** That a notice stands on a finding that was cleared, and what its readers in the lead unit have to do. */
export function NoticeCleared({ notice }: { readonly notice: NoticeView }) {
  return <ClearedNote at={notice.findingClearedAt} due={dueOf(notice)} />;
}

function dueOfTicket({ state }: TicketView): string {
  return state === 'withdrawn' ? '不用再办。' : '等牵头单位更正或作废。';
}

/** The same for whom it was issued to, who has nothing to do. */
export function TicketCleared({ ticket }: { readonly ticket: TicketView }) {
  const due = ticket.noticeState === 'issued' ? dueOfTicket(ticket) : null;
  return <ClearedNote at={ticket.findingClearedAt} due={due} />;
}
