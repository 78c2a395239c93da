import type { Instant } from '@jiannuo/shared/kernel';
import type { AppointmentView } from '@jiannuo/shared/people';
import {
  correctingOf,
  heldAtOf,
  ruleOf,
  type NoticeContent,
  type NoticeKind,
  type NoticeView,
  type Paper,
} from '@jiannuo/shared/supervision';
import { View } from '@tarojs/components';
import { useEffect, useState, type ReactNode } from 'react';
import { now } from '../../../platform/clock';
import { useDisplay } from '../../../platform/device/display';
import { replacePage, scrollToElement } from '../../../platform/navigation';
import { QUERY_KEYS } from '../../../platform/query/query-keys';
import { useWrite, type Write } from '../../../platform/query/use-write';
import { StickyBar } from '../../../ui/bar/sticky-bar';
import { Button } from '../../../ui/button/button';
import { showToast } from '../../../ui/overlay/toast';
import { Confidential } from '../../../ui/record/confidential';
import { EvidenceList } from '../../../ui/report/evidence-list';
import { useEvidenceShelf } from '../../../ui/report/evidence-shelf';
import { useUploads } from '../../../ui/report/use-uploads';
import { Screen } from '../../../ui/screen/screen';
import { keepDraft, type KeptDraft } from '../api/keep-draft.api';
import { stepNotice } from '../api/step-notice.api';
import { ClashScreen } from './clash-screen';
import { CorrectingNote } from './correcting-note';
import { gapsOf } from './gaps';
import { differencesOf, noticeWords } from './notice-differences';
import { NoticeForm, noticePartId } from './notice-form';
import { NoticePaper, PaperFold } from '../paper/notice-paper';
import { NoticeSteps } from '../notices/notice-steps';
import '../supervision.scss';
import { secretWords } from '../supervision-words';
import { draftName, useNoticeDraft, type NoticeDraft } from './use-notice-draft';
import { usePaper } from '../paper/use-paper';
import { barWords } from './write-words';

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
export type LookBefore = (
  content: NoticeContent,
  /** The notice that it corrects; empty for none. */
  correctsId: string,
  onReason: (reason: string) => void,
) => ReactNode;

/** What a draft is written with. */
export interface DraftProps {
  readonly kind: NoticeKind;
  /** The draft as it was opened; null for one that is begun. */
  readonly first: NoticeView | null;
  /** The issued notice that it corrects. */
  readonly corrects: NoticeView | null;
  readonly people: readonly AppointmentView[];
  /** The earliest due time that leaves enough of it; null while the server has not said. */
  readonly earliest: Instant | null;
  /** In whose name notices go out. */
  readonly issuer: string;
  readonly look: LookBefore;
  /** Begins anew with what the device or the server holds of the draft. */
  readonly onRestart: (draftId: string) => void;
}

/** A draft as it is opened: its text, or first the choice between two. */
export function DraftScreen(props: DraftProps) {
  const { kind, first, corrects, people, onRestart } = props;
  const origin = first ?? corrects;
  const [initial] = useState(() => (origin === null ? emptyContent(kind) : origin.content));
  const nameFor = (draftId: string | null) => draftName(kind, draftId, corrects === null ? null : corrects.id);
  const draft = useNoticeDraft({ first, initial, nameFor });
  const { content, kept, clash } = draft;
  const mine = noticeWords(content, people);
  const differences = clash === null ? [] : differencesOf(kind, clash.theirs, mine);
  const isMoot = clash !== null && (draft.isSaved || differences.length === 0);
  const choose = (whose: 'theirs' | 'mine') => {
    draft.choose(whose);
    if (kept !== null) onRestart(kept.id);
  };
  useEffect(() => {
    // Nothing of one's own is lost: the newer text simply goes on.
    if (isMoot) choose('theirs');
  });
  if (clash === null || isMoot) return <Text {...props} initial={initial} draft={draft} name={nameFor(idOf(first))} />;
  return <ClashScreen title={titleFor(kind, corrects)} clash={clash} differences={differences} onChoose={choose} />;
}

function idOf(notice: NoticeView | null): string | null {
  return notice === null ? null : notice.id;
}

interface TextProps extends DraftProps {
  readonly initial: NoticeContent;
  readonly draft: NoticeDraft;
  /** Under which the device keeps what is being uploaded. */
  readonly name: string;
}

/** What is being written, and how it is kept and sent. */
function Text({ kind, first, corrects, people, earliest, issuer, look, initial, draft, name }: TextProps) {
  const write = useWrite(QUERY_KEYS.supervision, QUERY_KEYS.inbox);
  const { content, change } = draft;
  const [start] = useState(content);
  const [isTried, setIsTried] = useState(false);
  const { isWide } = useDisplay();
  const { isConfidential } = ruleOf(kind);
  const origin = first ?? corrects;
  const uploads = useUploads(name, origin === null ? [] : origin.attachments, isConfidential);
  const shelf = useEvidenceShelf(content.evidence, (evidence) => {
    change((before) => ({ ...before, evidence }));
  });
  const missing = () => gapsOf(kind, content, { people, now: now(), earliest, heldBefore: heldBy(corrects) });
  const gaps = isTried ? missing() : [];
  const { save, send } = useSending({ kind, corrects, initial, draft, write, isUploading: uploads.isBusy });
  const trySending = () => {
    setIsTried(true);
    const [gap] = missing();
    if (gap === undefined) void send();
    else scrollToElement(noticePartId(gap.part));
  };
  const paper = usePaper({ kind, content, people, issuer, corrects });
  const secrecy = { isConfidential, watermark: first === null ? null : first.watermark };
  const beside = (
    <Confidential {...secrecy} band={null}>
      <DraftPaper paper={paper} />
    </Confidential>
  );
  return (
    <Screen
      title={titleFor(kind, corrects)}
      section="supervision/notices"
      isOnSurface
      {...(isWide ? { top: <NoticeSteps state="draft" />, paper: beside } : {})}
      bar={
        <StickyBar {...barWords({ write, draft, gaps })}>
          <Button look="plain" onPress={() => void save()}>
            先存着
          </Button>
          <Button onPress={trySending}>送核对</Button>
        </StickyBar>
      }
    >
      <Confidential {...secrecy} band={secretWords(content.readerIds.length)}>
        <NoticeForm
          {...{ kind, initial: start, content, people, earliest, gaps }}
          onChange={change}
          evidence={<EvidenceList evidence={content.evidence} uploads={uploads} limit={MOST_EVIDENCE} shelf={shelf} />}
        >
          {corrects === null ? null : (
            <CorrectingNote {...correctingOf(corrects.units, corrects.content.dueAt, content)} />
          )}
          {isConfidential
            ? null
            : look(content, idOf(corrects) ?? '', (duplicateReason) => {
                change((before) => ({ ...before, fields: { ...before.fields, duplicateReason } }));
              })}
          {isWide ? null : <PaperFold paper={paper} title="发出去的样子" />}
        </NoticeForm>
      </Confidential>
    </Screen>
  );
}

/** When the talk is held by the notice that is corrected. */
function heldBy(corrects: NoticeView | null): Instant | null {
  return corrects === null ? null : heldAtOf(corrects.content);
}

/** Beside the form, where there is room for both. */
function DraftPaper({ paper }: { readonly paper: Paper }) {
  return (
    <>
      <View className="paper-note t-xs c-ink-2">发出去的样子，边写边变</View>
      <NoticePaper paper={paper} />
    </>
  );
}

interface SendingProps extends Pick<DraftProps, 'kind' | 'corrects'> {
  readonly initial: NoticeContent;
  readonly draft: NoticeDraft;
  readonly write: Write;
  readonly isUploading: boolean;
}

/** Keeps the text on the server, and sends it to be checked. */
function useSending({ kind, corrects, initial, draft, write, isUploading }: SendingProps) {
  const { content, kept } = draft;
  const keep = async (): Promise<KeptDraft | null> => {
    if (isUploading) {
      showToast('文件还在传，请等一下');
      return null;
    }
    if (kept !== null && draft.isSaved) return kept;
    const body = { kind, content, correctsId: idOf(corrects) };
    const standing = await write.run([kept, body], (key) => keepDraft(kept, body, key));
    if (standing !== null) draft.wasKept(content, standing);
    return standing;
  };
  const save = async () => {
    if (kept === null && content === initial) showToast('还没写，写了再存');
    else if ((await keep()) !== null) showToast('已存着');
  };
  const send = async () => {
    const sent = await keep();
    if (sent === null) return;
    const body = { action: 'send', version: sent.version, reason: '' } as const;
    if ((await write.run([sent, body], (key) => stepNotice(sent.id, body, key))) === null) return;
    showToast('送去核对了');
    replacePage('supervision/notice', { id: sent.id });
  };
  return { save, send };
}

function titleFor(kind: NoticeKind, corrects: NoticeView | null): string {
  return corrects === null ? `起草${ruleOf(kind).title}` : `更正${corrects.number}`;
}
