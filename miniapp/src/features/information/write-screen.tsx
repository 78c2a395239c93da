import { WORK_UPDATE_LIMITS } from '@jiannuo/shared/information';
import { codePointLength, isBlank, isLongerThan } from '@jiannuo/shared/kernel';
import { View } from '@tarojs/components';
import { useRef, useState } from 'react';
import { newIdentifier } from '../../platform/identifiers';
import { landOn, scrollToElement } from '../../platform/navigation';
import { DeviceDraftLine } from '../../ui/bar/device-draft-line';
import { StickyBar } from '../../ui/bar/sticky-bar';
import { Button } from '../../ui/button/button';
import { TextField } from '../../ui/field/field';
import { DiscardVerb } from '../../ui/overlay/discard-verb';
import { showToast } from '../../ui/overlay/toast';
import { EvidenceList } from '../../ui/report/evidence-list';
import { useEvidenceShelf } from '../../ui/report/evidence-shelf';
import { useUploads } from '../../ui/report/use-uploads';
import { Screen } from '../../ui/screen/screen';
import { Answered } from '../../ui/state/state-view';
import { useUpdate } from './api/load-update.api';
import { sendUpdate } from './api/send-update.api';
import { draftUnder, isEmptyDraft, useUpdateDraft, type UpdateDraft } from './draft-store';
import './information.scss';
import { useSending } from './use-sending';

/** What a draft still lacks, by field; null where nothing. */
interface Faults {
  readonly title: string | null;
  readonly text: string | null;
}

function faultOf(text: string, name: string, limit: number): string | null {
  if (isBlank(text)) return `还没写${name}。`;
  return isLongerThan(text, limit) ? `${name}最多${String(limit)}个字，请写短些。` : null;
}

function faultsOf({ title, text }: UpdateDraft): Faults {
  return {
    title: faultOf(title, '标题', WORK_UPDATE_LIMITS.title),
    text: faultOf(text, '正文', WORK_UPDATE_LIMITS.text),
  };
}

interface FormProps {
  readonly initial: UpdateDraft;
  readonly isPicking: boolean;
}

/** Writing one: a title, a text, and what proves it. Every keystroke is kept on this device until it is sent. */
function Form({ initial, isPicking }: FormProps) {
  const book = useUpdateDraft(initial);
  const sending = useSending();
  const [areFaultsShown, setAreFaultsShown] = useState(false);
  const { draft } = book;
  const uploads = useUploads(`work-update/${draft.id}`, draft.files);
  const shelf = useEvidenceShelf(draft.evidence, (evidence, file) => {
    book.change(({ files }) => ({ evidence, files: file === undefined ? files : [...files, file] }));
  });
  const faults = faultsOf(draft);
  const send = async () => {
    if (faults.title !== null || faults.text !== null) {
      setAreFaultsShown(true);
      scrollToElement(faults.title === null ? 'update-text' : 'update-title');
      return;
    }
    if (uploads.isBusy) {
      showToast('文件还在传，请等一下');
      return;
    }
    const { title, text, evidence, updateId } = draft;
    const body = { title, text, evidence };
    const key = book.keyFor(JSON.stringify(body));
    if ((await sending.run(key, () => sendUpdate(updateId, body, key))) === null) return;
    book.forget();
    showToast('已报，市专班收到');
    landOn('information/updates');
  };
  const title = sending.isSending ? '正在报，请别关' : '随时可以报';
  const note = sending.error === null ? '选用之前可以撤回' : `${sending.error.sentence}写的都在。`;
  return (
    <Screen
      title={draft.updateId === null ? '写一条动态' : '改好再交'}
      section="information/updates"
      isOnSurface
      top={<DeviceDraftLine savedAt={draft.savedAt} isFull={book.isFull} />}
      bar={
        <StickyBar title={title} note={note}>
          <Button onPress={() => void send()}>报给市专班</Button>
        </StickyBar>
      }
    >
      <View className="update-form">
        <TextField
          id="update-title"
          label="标题"
          initial={initial.title}
          placeholder="一句话说清做了什么"
          error={areFaultsShown ? faults.title : null}
          onType={(text) => {
            book.change(() => ({ title: text }));
          }}
        />
        <TextField
          id="update-text"
          label="正文"
          lines="many"
          initial={initial.text}
          placeholder="怎么做的，做成多少，有什么变化"
          note={`写了${String(codePointLength(draft.text))}字，最多${String(WORK_UPDATE_LIMITS.text)}字。不得写涉密内容。`}
          error={areFaultsShown ? faults.text : null}
          onType={(text) => {
            book.change(() => ({ text }));
          }}
        />
        <EvidenceList
          evidence={draft.evidence}
          uploads={uploads}
          limit={WORK_UPDATE_LIMITS.evidence}
          shelf={shelf}
          isPicking={isPicking}
        />
        <View className="row below-3">
          {isEmptyDraft(draft) ? null : (
            <DiscardVerb
              title="删去这条？"
              note={draft.updateId === null ? '删了找不回来。' : '这次改的找不回来，原来报的那一版还在。'}
              onDiscard={() => {
                book.forget();
                landOn('information/updates');
              }}
            />
          )}
        </View>
      </View>
    </Screen>
  );
}

interface WriteProps {
  /** A draft of this device; null for a new one. */
  readonly draftId: string | null;
  /** The one that was taken back and is written anew. */
  readonly updateId: string | null;
  readonly isPicking: boolean;
}

/** 写一条动态, or writing anew what was taken back. */
export function WriteScreen({ draftId, updateId, isPicking }: WriteProps) {
  const fresh = useRef(newIdentifier());
  const query = useUpdate(updateId);
  if (updateId === null) return <Form initial={draftUnder(draftId ?? fresh.current)} isPicking={isPicking} />;
  if (query.data !== undefined) return <Form initial={draftUnder(updateId, query.data)} isPicking={false} />;
  return (
    <Screen title="改好再交">
      <Answered query={query}>{() => null}</Answered>
    </Screen>
  );
}
