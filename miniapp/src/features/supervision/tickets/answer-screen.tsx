import { codePointLength, isBlank, isLongerThan } from '@jiannuo/shared/kernel';
import type { Evidence } from '@jiannuo/shared/reporting';
import { SUPERVISION_LIMITS, type TicketView } from '@jiannuo/shared/supervision';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { now } from '../../../platform/clock';
import { goBack } from '../../../platform/navigation';
import { QUERY_KEYS } from '../../../platform/query/query-keys';
import { useWrite } from '../../../platform/query/use-write';
import { readStored, removeStored, writeStored } from '../../../platform/storage';
import { SaveLine, StickyBar } from '../../../ui/bar/sticky-bar';
import { Button } from '../../../ui/button/button';
import { savedWords } from '../../../ui/due/saved-words';
import { TextField } from '../../../ui/field/field';
import { showToast } from '../../../ui/overlay/toast';
import { EvidenceList } from '../../../ui/report/evidence-list';
import { useEvidenceShelf } from '../../../ui/report/evidence-shelf';
import { useUploads, type KeptFile } from '../../../ui/report/use-uploads';
import { Screen } from '../../../ui/screen/screen';
import { Answered } from '../../../ui/state/state-view';
import { useTicket } from '../api/load-ticket.api';
import { stepTicket } from '../api/step-ticket.api';
import '../supervision.scss';
import { nextDue } from '../supervision-words';
import { BackNote } from './ticket-notes';

/** An answer while it is written, on this device. */
interface AnswerDraft {
  readonly text: string;
  readonly evidence: readonly Evidence[];
  readonly files: readonly KeptFile[];
  readonly savedAt: string | null;
}

const MOST_EVIDENCE = 20;

function nameOf(ticketId: string): string {
  return `ticket-answer/${ticketId}`;
}

/** After a return, a taking back or a correction the last answer is where the next one starts. */
function startOf({ lastAnswer }: TicketView): AnswerDraft {
  const { text = '', evidence = [] } = lastAnswer ?? {};
  return { text, evidence, files: [], savedAt: null };
}

/** Keeps every keystroke on this device until the answer is handed in. */
function useAnswerDraft(ticket: TicketView) {
  const ticketId = ticket.id;
  const [draft, setDraft] = useState(() => readStored<AnswerDraft>(nameOf(ticketId)) ?? startOf(ticket));
  const change = (part: (draft: AnswerDraft) => Partial<AnswerDraft>) => {
    setDraft((before) => {
      const next = { ...before, ...part(before), savedAt: now() };
      writeStored(nameOf(ticketId), next);
      return next;
    });
  };
  return { draft, change };
}

/** What is wrong with the text: that it is too long at once, that it is missing once it was to be handed in. */
function faultOf(text: string, isAsked: boolean): string | null {
  if (isLongerThan(text, SUPERVISION_LIMITS.feedback)) {
    return `最多${String(SUPERVISION_LIMITS.feedback)}个字，请写短些，或者放进佐证。`;
  }
  return isAsked && isBlank(text) ? '还没写办理情况。' : null;
}

/** Whether what is handed in now is late; what came for the notice before, which this one corrects, stands. */
function isLate({ answerDueAt, metAt }: TicketView): boolean {
  return metAt === null && answerDueAt !== null && answerDueAt <= now();
}

function dueTitle(ticket: TicketView): string {
  const due = nextDue(ticket, now());
  if (due === null) return ticket.number;
  return isLate(ticket) ? due.chip.text : due.sentence;
}

/** Whether what is handed in now can still be taken back, and what becomes of a request for more time. */
function lateWords(ticket: TicketView): string {
  const { isExtensionAsked, metAt, answerDueAt } = ticket;
  if (metAt !== null) {
    const isOver = answerDueAt !== null && answerDueAt <= now();
    return `前一份已交，时间照旧；这一份交了${isOver ? '不能撤回' : '还能在截止前撤回'}`;
  }
  if (isLate(ticket)) return `超期也收，交了不能撤回${isExtensionAsked ? '；延期申请仍等答复' : ''}`;
  return isExtensionAsked ? '现在交算按时，延期申请就不用答复了' : '交了还能在截止前撤回';
}

function AnswerForm({ ticket }: { readonly ticket: TicketView }) {
  const { draft, change } = useAnswerDraft(ticket);
  const write = useWrite(QUERY_KEYS.supervision, QUERY_KEYS.obligations, QUERY_KEYS.inbox);
  const [isFaultShown, setIsFaultShown] = useState(false);
  const [initial] = useState(draft.text);
  const uploads = useUploads(nameOf(ticket.id), [...draft.files, ...ticket.attachments]);
  const fault = faultOf(draft.text, isFaultShown);
  const shelf = useEvidenceShelf(draft.evidence, (evidence, file) => {
    change(({ files }) => ({ evidence, files: file === undefined ? files : [...files, file] }));
  });
  const send = async () => {
    setIsFaultShown(true);
    if (faultOf(draft.text, true) !== null) return;
    if (uploads.isBusy) {
      showToast('文件还在传，请等一下');
      return;
    }
    const body = { action: 'answer', text: draft.text, evidence: draft.evidence } as const;
    if ((await write.run(body, (key) => stepTicket(ticket.id, body, key))) === null) return;
    removeStored(nameOf(ticket.id));
    showToast('反馈已交');
    goBack();
  };
  const saved =
    draft.savedAt === null
      ? `${ticket.lastAnswer === null ? '' : '上一次的反馈已带来，'}写了自动存在这里`
      : `${savedWords(draft.savedAt, now())} 已存在这里，没交之前只有您看得到`;
  return (
    <Screen
      title="写反馈"
      section="inbox"
      isOnSurface
      offlineWords="写的都在这台设备里，联网后请再交一次。"
      top={<SaveLine icon="cloud-off" text={saved} />}
      bar={
        <StickyBar
          title={write.isSending ? '正在交，请别关' : dueTitle(ticket)}
          note={write.error === null ? lateWords(ticket) : `${write.error.sentence}写的都在。`}
        >
          <Button onPress={() => void send()}>交反馈</Button>
        </StickyBar>
      }
    >
      <View className="record-form">
        <BackNote ticket={ticket} />
        <View className="t-s c-ink-2">{ticket.number}</View>
        <View className="t-strong">{ticket.title}</View>
        <View className="t-body t-reading notice-text below-2">{ticket.requirement}</View>
        <TextField
          label="办理情况"
          lines="many"
          initial={initial}
          placeholder="查了什么，办了什么，结果怎样，下步怎么做"
          note={`写了${String(codePointLength(draft.text))}字，最多${String(SUPERVISION_LIMITS.feedback)}字。不得写涉密内容。`}
          error={fault}
          onType={(text) => {
            write.forgetError();
            change(() => ({ text }));
          }}
        />
        <EvidenceList evidence={draft.evidence} uploads={uploads} limit={MOST_EVIDENCE} shelf={shelf} />
      </View>
    </Screen>
  );
}

/** 写反馈: how it was handled, with what proves it. */
export function AnswerScreen({ ticketId }: { readonly ticketId: string }) {
  const query = useTicket(ticketId);
  const ticket = query.data;
  if (ticket !== undefined) {
    // What was kept of it may be older than the last answer, from which the form starts.
    const answers = ticket.history.filter(({ version }) => version > 0).length;
    return <AnswerForm key={`${ticketId} ${String(answers)}`} ticket={ticket} />;
  }
  return (
    <Screen title="写反馈" section="inbox">
      <Answered query={query}>{() => null}</Answered>
    </Screen>
  );
}
