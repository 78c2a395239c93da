import { APPLICATION_LIMITS, type ApplicationKind, type ApplicationListView } from '@jiannuo/shared/applications';
import { WORK_UPDATE_LIMITS } from '@jiannuo/shared/information';
import { codePointLength } from '@jiannuo/shared/kernel';
import { View } from '@tarojs/components';
import { useRef, useState } from 'react';
import { now } from '../../platform/clock';
import { useDisplay } from '../../platform/device/display';
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
import { useApplication } from './api/load-application.api';
import { useApplications } from './api/load-applications.api';
import { submitApplication } from './api/submit-application.api';
import './applications.scss';
import {
  draftUnder,
  faultsOf,
  FIELDS,
  isEmptyDraft,
  requestOf,
  useApplicationDraft,
  type ApplicationBook,
  type ApplicationDraft,
} from './draft-store';
import { KindChoice, KindFacts } from './kind-choice';
import { useDeciding } from './use-deciding';
import { BasisFields, idOf, MonthChoice, nearestMonth } from './write-fields';

const TITLE = '申报一项';
const SECTION = 'applications';

interface FormProps {
  readonly initial: ApplicationDraft;
  readonly view: ApplicationListView;
}

/** Hands in what is written: what is missing is shown instead, and nothing is lost when it does not arrive. */
function useHandingIn(book: ApplicationBook, view: ApplicationListView, isUploading: boolean) {
  const write = useDeciding();
  const [areFaultsShown, setAreFaultsShown] = useState(false);
  const { draft } = book;
  const faults = faultsOf(draft, view, now());
  const missing = FIELDS.filter((field) => faults[field] !== undefined);
  const handIn = async () => {
    const [first] = missing;
    if (first !== undefined) {
      setAreFaultsShown(true);
      scrollToElement(idOf(first));
      return;
    }
    if (isUploading) {
      showToast('文件还在传，请等一下');
      return;
    }
    const body = requestOf(draft, view.year);
    const key = book.keyFor(JSON.stringify(body));
    if ((await write.run(key, () => submitApplication(body, key))) === null) return;
    book.forget();
    showToast('已报，市专班收到');
    landOn('applications');
  };
  return { write, handIn, faults: areFaultsShown ? faults : {}, missing: missing.length };
}

function HandInBar({ handingIn }: { readonly handingIn: ReturnType<typeof useHandingIn> }) {
  const { write, handIn, missing } = handingIn;
  const state = missing === 0 ? '都写好了' : `还差${String(missing)}处`;
  const note = write.error === null ? '认定之前可以撤回' : `${write.error.sentence}写的都在。`;
  return (
    <StickyBar title={write.isSending ? '正在报，请别关' : state} note={note}>
      <Button onPress={() => void handIn()}>报给市专班</Button>
    </StickyBar>
  );
}

/** The form of one application. Every keystroke is kept on this device until it is handed in. */
function Form({ initial, view }: FormProps) {
  const { isWide } = useDisplay();
  const book = useApplicationDraft(initial);
  const { draft } = book;
  const uploads = useUploads(`application/${draft.id}`, draft.files);
  const shelf = useEvidenceShelf(draft.evidence, (evidence, file) => {
    book.change(({ files }) => ({ evidence, files: file === undefined ? files : [...files, file] }));
  });
  const handingIn = useHandingIn(book, view, uploads.isBusy);
  const { faults } = handingIn;
  const kind = view.kinds.find((each) => each.category === draft.category && each.kind === draft.kind);
  const choose = (chosen: ApplicationKind) => {
    book.change(({ fromPeriod }) => ({
      category: chosen.category,
      kind: chosen.kind,
      fromPeriod: chosen.credit === 'each-month' ? (fromPeriod ?? nearestMonth(view)) : null,
    }));
  };
  return (
    <Screen
      title={initial.earlierId === null ? TITLE : '再申报'}
      section={SECTION}
      isOnSurface
      top={<DeviceDraftLine savedAt={draft.savedAt} isFull={book.isFull} />}
      {...(isWide ? { rail: <KindFacts kind={kind} view={view} /> } : {})}
      bar={<HandInBar handingIn={handingIn} />}
    >
      <View className="application-form">
        <View id={idOf('kind')}>
          <KindChoice view={view} draft={draft} error={faults.kind ?? null} onChoose={choose} book={book} />
        </View>
        {kind?.credit === 'each-month' ? <MonthChoice book={book} view={view} faults={faults} /> : null}
        <TextField
          id={idOf('title')}
          label="名称"
          initial={initial.title}
          placeholder="一句话说清报的是什么"
          error={faults.title ?? null}
          onType={(title) => {
            book.change(() => ({ title }));
          }}
        />
        <TextField
          id={idOf('text')}
          label="内容"
          lines="many"
          initial={initial.text}
          placeholder="做什么，怎么安排，做成了什么"
          note={`写了${String(codePointLength(draft.text))}字，最多${String(APPLICATION_LIMITS.text)}字。不得写涉密内容。`}
          error={faults.text ?? null}
          onType={(text) => {
            book.change(() => ({ text }));
          }}
        />
        <BasisFields book={book} initial={initial} faults={faults} />
        <View id={idOf('evidence')}>
          <EvidenceList evidence={draft.evidence} uploads={uploads} limit={WORK_UPDATE_LIMITS.evidence} shelf={shelf} />
        </View>
        {isEmptyDraft(draft) ? null : (
          <View className="row below-3 application-discard">
            <DiscardVerb
              title="删去这一项？"
              note="删了找不回来。"
              onDiscard={() => {
                book.forget();
                landOn('applications');
              }}
            />
          </View>
        )}
      </View>
    </Screen>
  );
}

interface WriteProps {
  /** A draft of this device; null for a new one. */
  readonly draftId: string | null;
  /** The one that ended without points and is applied for again. */
  readonly againId: string | null;
}

/** 申报一项, or applying again for what ended without points. */
export function WriteScreen({ draftId, againId }: WriteProps) {
  const fresh = useRef(newIdentifier());
  const list = useApplications();
  const earlier = useApplication(againId);
  const query = againId === null || earlier.data !== undefined ? list : earlier;
  if (list.data !== undefined && query === list) {
    const initial = draftUnder(againId ?? draftId ?? fresh.current, earlier.data ?? null);
    return <Form initial={initial} view={list.data} />;
  }
  return (
    <Screen title={TITLE} section={SECTION} isOnSurface>
      <Answered query={{ ...query, data: undefined }}>{() => null}</Answered>
    </Screen>
  );
}
