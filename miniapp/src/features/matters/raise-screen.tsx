import {
  MATTER_KIND_NAMES,
  MATTER_KINDS,
  MATTER_LABELS,
  MATTER_LIMITS,
  parseMatter,
  type MatterContent,
  type MatterStartView,
  type ProblemLine,
  type ProblemView,
} from '@jiannuo/shared/coordination';
import { cleanLine, firstCodePoints, isBlank } from '@jiannuo/shared/kernel';
import { isPermitted, type MeView } from '@jiannuo/shared/people';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { useDeviceDraft, type DeviceDraft } from '../../platform/device-drafts';
import { goBack, replacePage } from '../../platform/navigation';
import { QUERY_KEYS } from '../../platform/query/query-keys';
import { useWrite } from '../../platform/query/use-write';
import { readStored } from '../../platform/storage';
import { DeviceDraftLine } from '../../ui/bar/device-draft-line';
import { StickyBar } from '../../ui/bar/sticky-bar';
import { Button } from '../../ui/button/button';
import { Choice } from '../../ui/field/choice';
import { FieldFrame, TextField } from '../../ui/field/field';
import { DiscardVerb } from '../../ui/overlay/discard-verb';
import { showToast } from '../../ui/overlay/toast';
import { PickBox } from '../../ui/record/record';
import { EvidenceList } from '../../ui/report/evidence-list';
import { useEvidenceShelf } from '../../ui/report/evidence-shelf';
import { useUploads, type KeptFile } from '../../ui/report/use-uploads';
import { Screen } from '../../ui/screen/screen';
import { Answered, StateView } from '../../ui/state/state-view';
import { useMatterStart } from './api/load-start.api';
import { raiseMatter } from './api/raise-matter.api';
import { faultOf } from './matter-words';

/** A matter while it is written, on this device. */
interface MatterDraft extends DeviceDraft {
  readonly content: MatterContent;
  readonly files: readonly KeptFile[];
}

const PREFIX = 'matter/';
const MOST_EVIDENCE = 20;
const FRAME = { title: '提一件事', section: 'coordination/matters' };
const KINDS = MATTER_KINDS.map((kind) => ({ value: kind, label: MATTER_KIND_NAMES[kind] }));

/** The first sentence of a problem, as far as a title holds it. */
function titleFrom(text: string): string {
  return firstCodePoints(cleanLine(text.split(/[。；\n]/)[0] ?? ''), MATTER_LIMITS.title);
}

function draftOf(problem: ProblemView | null): MatterDraft {
  const id = problem === null ? 'new' : `problem-${problem.lineId}`;
  const from = problem === null ? null : { reportId: problem.reportId, lineId: problem.lineId };
  const text = problem?.text ?? '';
  const words = { title: titleFrom(text), facts: text, indicator: '', wish: '' };
  const rest = { isUrgent: false, unitIds: [], evidence: [], problem: from };
  const content: MatterContent = { kind: 'cross-department', ...words, ...rest };
  return readStored<MatterDraft>(PREFIX + id) ?? { id, savedAt: null, wish: null, content, files: [] };
}

function isEmpty({ content: { title, facts, wish, evidence } }: MatterDraft): boolean {
  return isBlank(title) && isBlank(facts) && isBlank(wish) && evidence.length === 0;
}

interface PartProps {
  readonly content: MatterContent;
  readonly onChange: (part: Partial<MatterContent>) => void;
}

function Texts({ content, onChange, areFaultsShown }: PartProps & { readonly areFaultsShown: boolean }) {
  const [initial] = useState(content);
  const labels = MATTER_LABELS[content.kind];
  const outcome = parseMatter(content);
  const fault = (label: string) => (areFaultsShown ? faultOf(outcome, label) : null);
  return (
    <>
      <TextField
        label={labels.title}
        initial={initial.title}
        placeholder="一句话说清"
        error={fault(labels.title)}
        onType={(title) => {
          onChange({ title });
        }}
      />
      <TextField
        label={labels.facts}
        lines="many"
        initial={initial.facts}
        placeholder="现在怎样，卡在哪里，已经做过什么"
        note="不得写涉密内容。"
        error={fault(labels.facts)}
        onType={(facts) => {
          onChange({ facts });
        }}
      />
      {labels.indicator === null ? null : (
        <TextField
          label={labels.indicator}
          initial={initial.indicator}
          placeholder="例如赋码占比，差多少"
          error={fault(labels.indicator)}
          onType={(indicator) => {
            onChange({ indicator });
          }}
        />
      )}
      <TextField
        label={labels.wish}
        lines="many"
        initial={initial.wish}
        placeholder="希望怎么定，谁来做"
        error={fault(labels.wish)}
        onType={(wish) => {
          onChange({ wish });
        }}
      />
    </>
  );
}

function Units({ content, onChange, units }: PartProps & Pick<MatterStartView, 'units'>) {
  const { unitIds } = content;
  return (
    <FieldFrame
      label={`涉及哪些单位，选了${String(unitIds.length)}家`}
      note="选上的单位看得到，也能答复。别的单位看不到。"
    >
      <View className="record-picks">
        {units.map(({ id, name }) => (
          <PickBox
            key={id}
            name={name}
            isChosen={unitIds.includes(id)}
            onPress={() => {
              onChange({ unitIds: unitIds.includes(id) ? unitIds.filter((each) => each !== id) : [...unitIds, id] });
            }}
          />
        ))}
      </View>
    </FieldFrame>
  );
}

interface RaisingProps {
  readonly start: MatterStartView;
  readonly mayAttach: boolean;
}

/** A matter that is being written. Every keystroke is kept on this device until it is raised. */
function Raising({ start, mayAttach }: RaisingProps) {
  const [initial] = useState(() => draftOf(start.problem));
  const book = useDeviceDraft(PREFIX, initial, isEmpty);
  const write = useWrite(QUERY_KEYS.matters);
  const [areFaultsShown, setAreFaultsShown] = useState(false);
  const { content, files } = book.draft;
  const change = (part: Partial<MatterContent>) => {
    book.change((draft) => ({ content: { ...draft.content, ...part } }));
  };
  const uploads = useUploads(PREFIX + initial.id, files);
  const shelf = useEvidenceShelf(content.evidence, (evidence, file) => {
    book.change((draft) => ({
      content: { ...draft.content, evidence },
      files: file === undefined ? draft.files : [...draft.files, file],
    }));
  });
  const send = async () => {
    const isWhole = parseMatter(content).ok;
    setAreFaultsShown(!isWhole);
    if (!isWhole) return;
    if (uploads.isBusy) {
      showToast('文件还在传，请等一下');
      return;
    }
    const key = book.keyFor(JSON.stringify(content));
    const standing = await write.run(content, () => raiseMatter(content, key));
    if (standing === null) return;
    book.forget();
    showToast(content.isUrgent ? '提了，马上通知' : '提了，专班收到');
    replacePage('coordination/matter', { id: standing.id });
  };
  return (
    <Screen
      {...FRAME}
      isOnSurface
      top={<DeviceDraftLine savedAt={book.draft.savedAt} isFull={book.isFull} />}
      bar={
        <StickyBar
          title={write.isSending ? '正在交，请别关' : '专班和涉及的单位看得到'}
          note={write.error === null ? '不影响报送和评分' : `${write.error.sentence}写的都在。`}
        >
          <Button onPress={() => void send()}>提给专班</Button>
        </StickyBar>
      }
    >
      <View className="record-form">
        <Choice
          label="是哪一类"
          options={KINDS}
          value={content.kind}
          onChoose={(kind) => {
            change({ kind });
          }}
        />
        <Texts content={content} onChange={change} areFaultsShown={areFaultsShown} />
        <FieldFrame label="急不急" note="急的马上通知专班和涉及的单位，夜里也发。">
          <PickBox
            name="紧急"
            isChosen={content.isUrgent}
            onPress={() => {
              change({ isUrgent: !content.isUrgent });
            }}
          />
        </FieldFrame>
        <Units content={content} onChange={change} units={start.units} />
        {mayAttach ? (
          <EvidenceList evidence={content.evidence} uploads={uploads} limit={MOST_EVIDENCE} shelf={shelf} />
        ) : null}
        <View className="row below-3">
          {isEmpty(book.draft) ? null : (
            <DiscardVerb
              title="删去这件？"
              note="删了找不回来。"
              onDiscard={() => {
                book.forget();
                goBack();
              }}
            />
          )}
        </View>
      </View>
    </Screen>
  );
}

interface RaiseProps {
  /** The problem of a report that it is written from; null for a new one. */
  readonly problem: ProblemLine | null;
  readonly who: MeView['current'];
}

/** 提一件事: what crosses departments, a major problem, or a key project to be talked over. */
export function RaiseScreen({ problem, who }: RaiseProps) {
  const query = useMatterStart(problem);
  const start = query.data;
  const raisedId = start?.problem?.matterId ?? null;
  if (start !== undefined && raisedId === null)
    return <Raising start={start} mayAttach={isPermitted(who.role, 'attachment.write')} />;
  return (
    <Screen {...FRAME}>
      <Answered query={query}>
        {() => (
          <StateView
            icon="done"
            title="这个问题已经提过"
            lines={['在登记里看办得怎样。']}
            verb={{
              label: '看这件事项',
              onPress: () => {
                replacePage('coordination/matter', { id: raisedId ?? '' });
              },
            }}
          />
        )}
      </Answered>
    </Screen>
  );
}
