import { codePointLength, isBlank } from '@jiannuo/shared/kernel';
import type { Evidence } from '@jiannuo/shared/reporting';
import { SUPERVISION_LIMITS, type TicketView } from '@jiannuo/shared/supervision';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { now } from '../../platform/clock';
import { goBack } from '../../platform/navigation';
import { QUERY_KEYS } from '../../platform/query/query-keys';
import { useWrite } from '../../platform/query/use-write';
import { readStored, removeStored, writeStored } from '../../platform/storage';
import { SaveLine, StickyBar } from '../../ui/bar/sticky-bar';
import { Button } from '../../ui/button/button';
import { savedWords } from '../../ui/due/saved-words';
import { TextField } from '../../ui/field/field';
import { showToast } from '../../ui/overlay/toast';
import { EvidenceList } from '../../ui/report/evidence-list';
import { useEvidenceShelf } from '../../ui/report/evidence-shelf';
import { useUploads, type KeptFile } from '../../ui/report/use-uploads';
import { Screen } from '../../ui/screen/screen';
import { Answered } from '../../ui/state/state-view';
import { useTicket } from './api/load-ticket.api';
import { stepTicket } from './api/step-ticket.api';
import './supervision.scss';
import { nextDue } from './supervision-words';

/** An answer while it is written, on this device. */
interface AnswerDraft {
  readonly text: string;
  readonly evidence: readonly Evidence[];
  readonly files: readonly KeptFile[];
  readonly savedAt: string | null;
}

const EMPTY: AnswerDraft = { text: '', evidence: [], files: [], savedAt: null };
const MOST_EVIDENCE = 20;

function nameOf(ticketId: string): string {
  return `ticket-answer/${ticketId}`;
}

/** Keeps every keystroke on this device until the answer is handed in. */
function useAnswerDraft(ticketId: string) {
  const [draft, setDraft] = useState<AnswerDraft>(() => readStored<AnswerDraft>(nameOf(ticketId)) ?? EMPTY);
  const change = (part: (draft: AnswerDraft) => Partial<AnswerDraft>) => {
    setDraft((before) => {
      const next = { ...before, ...part(before), savedAt: now() };
      writeStored(nameOf(ticketId), next);
      return next;
    });
  };
  return { draft, change };
}

function AnswerForm({ ticket }: { readonly ticket: TicketView }) {
  const { draft, change } = useAnswerDraft(ticket.id);
  const write = useWrite(QUERY_KEYS.supervision, QUERY_KEYS.obligations, QUERY_KEYS.inbox);
  const [isFaultShown, setIsFaultShown] = useState(false);
  const [initial] = useState(draft.text);
  const uploads = useUploads(nameOf(ticket.id), draft.files);
  const shelf = useEvidenceShelf(draft.evidence, (evidence, file) => {
    change(({ files }) => ({ evidence, files: file === undefined ? files : [...files, file] }));
  });
  const send = async () => {
    if (isBlank(draft.text)) {
      setIsFaultShown(true);
      return;
    }
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
  const due = nextDue(ticket, now());
  const saved =
    draft.savedAt === null
      ? '写了自动存在这里'
      : `${savedWords(draft.savedAt, now())} 已存在这里，没交之前只有您看得到`;
  return (
    <Screen
      title="写反馈"
      section="inbox"
      isOnSurface
      top={<SaveLine icon="cloud-off" text={saved} />}
      bar={
        <StickyBar
          title={write.isSending ? '正在交，请别关' : (due?.sentence ?? ticket.number)}
          note={write.error === null ? '交了还能在截止前撤回' : `${write.error.sentence}写的都在。`}
        >
          <Button onPress={() => void send()}>交反馈</Button>
        </StickyBar>
      }
    >
      <View className="record-form">
        <View className="t-s c-ink-2">{ticket.number}</View>
        <View className="t-strong">{ticket.title}</View>
        <View className="t-body t-reading notice-text below-2">{ticket.requirement}</View>
        <TextField
          label="办理情况"
          lines="many"
          initial={initial}
          placeholder="查了什么，办了什么，结果怎样，下步怎么做"
          note={`写了${String(codePointLength(draft.text))}字，最多${String(SUPERVISION_LIMITS.feedback)}字。不得写涉密内容。`}
          error={isFaultShown && isBlank(draft.text) ? '还没写办理情况。' : null}
          onType={(text) => {
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
  if (query.data !== undefined) return <AnswerForm key={ticketId} ticket={query.data} />;
  return (
    <Screen title="写反馈" section="inbox">
      <Answered query={query}>{() => null}</Answered>
    </Screen>
  );
}
