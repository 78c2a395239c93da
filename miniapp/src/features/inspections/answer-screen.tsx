import { codePointLength, isBlank } from '@jiannuo/shared/kernel';
import { INSPECTION_LIMITS, type FindingView } from '@jiannuo/shared/inspections';
import type { Evidence } from '@jiannuo/shared/reporting';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { now } from '../../platform/clock';
import { useDeviceDraft, type DeviceDraft } from '../../platform/device-drafts';
import { goBack } from '../../platform/navigation';
import { QUERY_KEYS } from '../../platform/query/query-keys';
import { useWrite } from '../../platform/query/use-write';
import { readStored } from '../../platform/storage';
import { DeviceDraftLine } from '../../ui/bar/device-draft-line';
import { StickyBar } from '../../ui/bar/sticky-bar';
import { Button } from '../../ui/button/button';
import { TextField } from '../../ui/field/field';
import { showToast } from '../../ui/overlay/toast';
import { RecordText } from '../../ui/record/record';
import { EvidenceList } from '../../ui/report/evidence-list';
import { useEvidenceShelf } from '../../ui/report/evidence-shelf';
import { useUploads, type KeptFile } from '../../ui/report/use-uploads';
import { Screen } from '../../ui/screen/screen';
import { Answered } from '../../ui/state/state-view';
import { useFinding } from './api/load-finding.api';
import { stepFinding } from './api/step-finding.api';
import { ConcealedWay } from './concealed-way';
import { findingDue, occasionWords } from './inspection-words';

/** What was put right, while it is written, on this device. */
interface AnswerDraft extends DeviceDraft {
  readonly text: string;
  readonly evidence: readonly Evidence[];
  readonly files: readonly KeptFile[];
}

const PREFIX = 'finding-answer/';
const MOST_EVIDENCE = 20;
/** What the form says: of a rectification, or of an explanation (疑似瞒报). */
const WORDS = {
  rectify: {
    title: '写整改情况',
    what: '整改情况',
    asked: '整改要求',
    hint: '改了什么，改成什么样，以后怎么防',
  },
  explain: {
    title: '说明情况',
    what: '说明',
    asked: '要说明的',
    hint: '事实怎样，当时为什么这样报，凭证有哪些',
  },
} as const;

function draftOf(id: string): AnswerDraft {
  const empty = { id, savedAt: null, wish: null, text: '', evidence: [], files: [] };
  return readStored<AnswerDraft>(PREFIX + id) ?? empty;
}

function AnswerForm({ finding }: { readonly finding: FindingView }) {
  const book = useDeviceDraft(
    PREFIX,
    draftOf(finding.id),
    (draft) => isBlank(draft.text) && draft.evidence.length === 0,
  );
  const { draft } = book;
  const write = useWrite(QUERY_KEYS.inspections, QUERY_KEYS.obligations, QUERY_KEYS.inbox);
  const [isFaultShown, setIsFaultShown] = useState(false);
  const [initial] = useState(draft.text);
  const uploads = useUploads(PREFIX + finding.id, draft.files);
  const shelf = useEvidenceShelf(draft.evidence, (evidence, file) => {
    book.change(({ files }) => ({ evidence, files: file === undefined ? files : [...files, file] }));
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
    const key = book.keyFor(JSON.stringify(body));
    if ((await write.run(body, () => stepFinding(finding.id, body, key))) === null) return;
    book.forget();
    showToast(finding.concealedIn === null ? '整改情况已交' : '说明已交');
    goBack();
  };
  const due = findingDue(finding, now());
  const words = finding.concealedIn === null ? WORDS.rectify : WORDS.explain;
  return (
    <Screen
      title={words.title}
      section="inspections/received"
      isOnSurface
      top={<DeviceDraftLine savedAt={draft.savedAt} isFull={book.isFull} />}
      bar={
        <StickyBar
          title={write.isSending ? '正在交，请别关' : (due?.sentence ?? words.what)}
          note={write.error === null ? '交了还能在时限前撤回' : `${write.error.sentence}写的都在。`}
        >
          <Button onPress={() => void send()}>{`交${words.what}`}</Button>
        </StickyBar>
      }
    >
      <View className="record-form">
        <View className="t-s c-ink-2">{occasionWords(finding.inspection, now())}</View>
        <RecordText label="事实" text={finding.facts} />
        <RecordText label={words.asked} text={finding.demand} />
        <ConcealedWay finding={finding} isLead={false} />
        <TextField
          label={words.what}
          lines="many"
          initial={initial}
          placeholder={words.hint}
          note={`写了${String(codePointLength(draft.text))}字，最多${String(INSPECTION_LIMITS.answer)}字。不得写涉密内容。`}
          error={isFaultShown && isBlank(draft.text) ? `还没写${words.what}。` : null}
          onType={(text) => {
            book.change(() => ({ text }));
          }}
        />
        <EvidenceList evidence={draft.evidence} uploads={uploads} limit={MOST_EVIDENCE} shelf={shelf} />
      </View>
    </Screen>
  );
}

/** 写整改情况: what was put right, with what proves it. */
export function AnswerScreen({ findingId }: { readonly findingId: string }) {
  const query = useFinding(findingId);
  if (query.data !== undefined) return <AnswerForm key={findingId} finding={query.data} />;
  return (
    <Screen title={WORDS.rectify.title} section="inspections/received">
      <Answered query={query}>{() => null}</Answered>
    </Screen>
  );
}
