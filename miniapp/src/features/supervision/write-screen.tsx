import {
  NOTICE_KINDS,
  ruleOf,
  type NoticeContent,
  type NoticeKind,
  type NoticeView,
} from '@jiannuo/shared/supervision';
import { useState, type ReactNode } from 'react';
import { replacePage } from '../../platform/navigation';
import { QUERY_KEYS } from '../../platform/query/query-keys';
import { useWrite } from '../../platform/query/use-write';
import { readStored, removeStored, writeStored } from '../../platform/storage';
import { StickyBar } from '../../ui/bar/sticky-bar';
import { Button } from '../../ui/button/button';
import { showToast } from '../../ui/overlay/toast';
import { Confidential } from '../../ui/record/confidential';
import { EvidenceList } from '../../ui/report/evidence-list';
import { useEvidenceShelf } from '../../ui/report/evidence-shelf';
import { useUploads, type KeptFile } from '../../ui/report/use-uploads';
import { Screen } from '../../ui/screen/screen';
import { Answered } from '../../ui/state/state-view';
import { keepDraft, type KeptDraft } from './api/keep-draft.api';
import { useNotice } from './api/load-notice.api';
import { usePeople } from './api/load-people.api';
import { stepNotice } from './api/step-notice.api';
import { NoticeForm } from './notice-form';
import './supervision.scss';

const MOST_EVIDENCE = 20;

/** An empty draft of a kind. */
function emptyContent(kind: NoticeKind): NoticeContent {
  return {
    title: '',
    ground: null,
    requirement: '',
    fields: {},
    answer: ruleOf(kind).answers[0] ?? 'feedback',
    dueAt: null,
    addressees: [],
    earlierId: null,
    link: null,
    evidence: [],
    readerIds: [],
  };
}

/** Draws what is to be seen before a notice is sent on, and takes a reason that it may ask for. */
export type LookBefore = (content: NoticeContent, onReason: (reason: string) => void) => ReactNode;

interface WritingProps {
  readonly kind: NoticeKind;
  readonly initial: NoticeContent;
  readonly kept: KeptDraft | null;
  readonly corrects: NoticeView | null;
  /** The files that it names already. */
  readonly files: readonly KeptFile[];
  readonly watermark: string | null;
  readonly look: LookBefore;
}

/** What is being written, and how it is kept and sent. */
function Writing({ kind, initial, kept: first, corrects, files, watermark, look }: WritingProps) {
  const write = useWrite(QUERY_KEYS.supervision, QUERY_KEYS.inbox);
  const people = usePeople();
  const stored = storedNameOf(kind, first, corrects);
  const [start] = useState(() => readStored<NoticeContent>(stored) ?? initial);
  const [content, setContent] = useState(start);
  const [kept, setKept] = useState(first);
  const [savedText, setSavedText] = useState('');
  const text = JSON.stringify(content);
  const change = (next: (before: NoticeContent) => NoticeContent) => {
    setContent((before) => {
      const after = next(before);
      writeStored(stored, after);
      return after;
    });
  };
  const uploads = useUploads(stored, files, ruleOf(kind).isConfidential);
  const shelf = useEvidenceShelf(content.evidence, (evidence) => {
    change((before) => ({ ...before, evidence }));
  });
  const keep = async (): Promise<KeptDraft | null> => {
    if (uploads.isBusy) {
      showToast('文件还在传，请等一下');
      return null;
    }
    if (kept !== null && text === savedText) return kept;
    const body = { kind, content, correctsId: corrects?.id ?? null };
    const standing = await write.run([kept, body], (key) => keepDraft(kept, body, key));
    if (standing === null) return null;
    const next = { id: standing.id, version: standing.version };
    setKept(next);
    setSavedText(text);
    removeStored(stored);
    return next;
  };
  const save = async () => {
    if ((await keep()) !== null) showToast('已存着');
  };
  const send = async () => {
    const draft = await keep();
    if (draft === null) return;
    const body = { action: 'send', version: draft.version, reason: '' } as const;
    if ((await write.run([draft, body], (key) => stepNotice(draft.id, body, key))) === null) return;
    showToast('送去核对了');
    replacePage('supervision/notice', { id: draft.id });
  };
  return (
    <Screen
      title={titleFor(kind, corrects)}
      section="supervision/notices"
      isOnSurface
      bar={
        <StickyBar
          title={savedWordsOf(write.isSending, text === savedText)}
          note={write.error?.sentence ?? '文号签发时自动定'}
        >
          <Button look="plain" onPress={() => void save()}>
            先存着
          </Button>
          <Button onPress={() => void send()}>送核对</Button>
        </StickyBar>
      }
    >
      <Confidential isConfidential={ruleOf(kind).isConfidential} watermark={watermark} band={null}>
        <Answered query={people}>
          {(directory) => (
            <NoticeForm kind={kind} initial={start} content={content} people={directory.rows} onChange={change}>
              <EvidenceList evidence={content.evidence} uploads={uploads} limit={MOST_EVIDENCE} shelf={shelf} />
              {ruleOf(kind).isConfidential
                ? null
                : look(content, (duplicateReason) => {
                    change((before) => ({ ...before, fields: { ...before.fields, duplicateReason } }));
                  })}
            </NoticeForm>
          )}
        </Answered>
      </Confidential>
    </Screen>
  );
}

function storedNameOf(kind: NoticeKind, kept: KeptDraft | null, corrects: NoticeView | null): string {
  return `notice/${kept?.id ?? corrects?.id ?? `new/${kind}`}`;
}

function titleFor(kind: NoticeKind, corrects: NoticeView | null): string {
  return corrects === null ? `起草${ruleOf(kind).title}` : `更正${corrects.number}`;
}

function savedWordsOf(isSending: boolean, isSaved: boolean): string {
  if (isSending) return '正在办，请别关';
  return isSaved ? '已存到服务器' : '写的都存在这里';
}

interface WriteProps {
  /** The kind of a new notice. */
  readonly kind: string | null;
  /** The draft that is written on. */
  readonly noticeId: string | null;
  /** The issued notice that is corrected. */
  readonly correctsId: string | null;
  readonly look: LookBefore;
}

/** 新建通知, writing on a draft, or 更正 of what was issued. */
export function WriteScreen({ kind, noticeId, correctsId, look }: WriteProps) {
  const query = useNotice(noticeId ?? correctsId);
  if (noticeId === null && correctsId === null) {
    const known = NOTICE_KINDS.find((each) => each === kind) ?? 'order';
    return (
      <Writing
        kind={known}
        initial={emptyContent(known)}
        kept={null}
        corrects={null}
        files={[]}
        watermark={null}
        look={look}
      />
    );
  }
  const notice = query.data;
  if (notice === undefined) {
    return (
      <Screen title="通知" section="supervision/notices">
        <Answered query={query}>{() => null}</Answered>
      </Screen>
    );
  }
  const kept = noticeId === null ? null : { id: notice.id, version: notice.version };
  const corrects = noticeId === null ? notice : null;
  return (
    <Writing
      key={notice.id}
      kind={notice.kind}
      initial={notice.content}
      kept={kept}
      corrects={corrects}
      files={notice.attachments}
      watermark={notice.watermark}
      look={look}
    />
  );
}
