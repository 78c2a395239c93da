import { formatDue, formatFullDate, isBlank, type DateText } from '@jiannuo/shared/kernel';
import type { AppointmentView } from '@jiannuo/shared/people';
import type { Evidence } from '@jiannuo/shared/reporting';
import { CIRCULAR_LIMITS, ruleOf } from '@jiannuo/shared/supervision';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { beijingToday, now } from '../../../platform/clock';
import { useDeviceDraft, type DeviceDraft } from '../../../platform/device-drafts';
import { goBack } from '../../../platform/navigation';
import { QUERY_KEYS } from '../../../platform/query/query-keys';
import { useWrite } from '../../../platform/query/use-write';
import { readStored } from '../../../platform/storage';
import { DeviceDraftLine } from '../../../ui/bar/device-draft-line';
import { StickyBar } from '../../../ui/bar/sticky-bar';
import { Button } from '../../../ui/button/button';
import { DateField } from '../../../ui/field/choice';
import { ChoiceField } from '../../../ui/field/choice-field';
import { TextField } from '../../../ui/field/field';
import { showToast } from '../../../ui/overlay/toast';
import { EvidenceList } from '../../../ui/report/evidence-list';
import { useEvidenceShelf } from '../../../ui/report/evidence-shelf';
import { useUploads, type KeptFile } from '../../../ui/report/use-uploads';
import { Screen } from '../../../ui/screen/screen';
import { Answered } from '../../../ui/state/state-view';
import { enterCircular } from '../api/enter-circular.api';
import { usePeople } from '../api/load-people.api';
import { useSubjects } from '../api/load-subjects.api';

const PREFIX = 'circular/';
const NEW = 'new';

/** An item while it is written, on this device. */
interface CircularDraft extends DeviceDraft {
  readonly title: string;
  readonly issuedOn: DateText | '';
  readonly unitId: string;
  readonly shortfall: string;
  readonly obligationId: string | null;
  readonly evidence: readonly Evidence[];
  readonly files: readonly KeptFile[];
}

const NOTHING = { unitId: '', shortfall: '', obligationId: null } as const;
const EMPTY: CircularDraft = {
  id: NEW,
  savedAt: null,
  wish: null,
  title: '',
  issuedOn: '',
  ...NOTHING,
  evidence: [],
  files: [],
};

interface FieldProps {
  readonly draft: CircularDraft;
  readonly onChange: (part: Partial<CircularDraft>) => void;
}

/** Which unit, and what of what it owed: only what it has not done in time is offered. */
function Named({ draft, people, onChange }: FieldProps & { readonly people: readonly AppointmentView[] }) {
  const { unitKinds } = ruleOf('warning');
  const units = [...new Map(people.map(({ unit }) => [unit.id, unit])).values()];
  const unit = units.find(({ id }) => id === draft.unitId);
  const { data } = useSubjects(draft.unitId);
  const subjects = data?.rows ?? [];
  const subject = subjects.find(({ id }) => id === draft.obligationId);
  const none = { label: '都不是', note: '以后可以在问题线索里选这次通报', obligationId: null };
  const offered = subjects.map(({ id, title, dueAt }) => {
    return { label: title, note: `${formatDue(dueAt, now())}到期`, obligationId: id };
  });
  return (
    <>
      <ChoiceField
        label="点到哪家"
        words={unit?.name ?? '选单位'}
        verbs={units
          .filter(({ kind }) => unitKinds.includes(kind))
          .map(({ id, name }) => ({
            label: name,
            onPress: () => {
              onChange({ unitId: id, obligationId: null });
            },
          }))}
      />
      {unit === undefined ? null : (
        <ChoiceField
          label="点的是哪一项，可以不选"
          words={subject?.title ?? '没有选'}
          note={subjects.length === 0 ? '这家没有到期没办的。' : '选了，督导建议就按通报过的提。'}
          verbs={[...offered, none].map(({ label, note, obligationId }) => ({
            label,
            note,
            onPress: () => {
              onChange({ obligationId });
            },
          }))}
        />
      )}
    </>
  );
}

function Texts({ draft, onChange }: FieldProps) {
  const [start] = useState(draft);
  return (
    <>
      <TextField
        label="通报名称"
        initial={start.title}
        placeholder="例如：5月工作推进情况通报"
        onType={(title) => {
          onChange({ title });
        }}
      />
      <DateField
        label="通报日期"
        value={draft.issuedOn}
        latest={beijingToday()}
        words={draft.issuedOn === '' ? '选日期' : formatFullDate(draft.issuedOn)}
        onChoose={(issuedOn) => {
          onChange({ issuedOn });
        }}
      />
    </>
  );
}

function Shortfall({ draft, onChange }: FieldProps) {
  const [start] = useState(draft);
  return (
    <TextField
      label="点到的问题"
      lines="many"
      initial={start.shortfall}
      placeholder="照通报原文写：第几条点到什么没做到"
      onType={(shortfall) => {
        onChange({ shortfall });
      }}
    />
  );
}

/** 登记通报点名: which circular of which day named what of which unit. The next unit of the same circular follows at once. */
export function CircularScreen() {
  const initial = readStored<CircularDraft>(PREFIX + NEW) ?? EMPTY;
  const book = useDeviceDraft(PREFIX, initial, ({ title, shortfall }) => isBlank(title) && isBlank(shortfall));
  const { draft } = book;
  const people = usePeople();
  const write = useWrite(QUERY_KEYS.supervision);
  const [entered, setEntered] = useState(0);
  const uploads = useUploads(PREFIX + NEW, draft.files);
  const shelf = useEvidenceShelf(draft.evidence, (evidence, file) => {
    book.change(({ files }) => ({ evidence, files: file === undefined ? files : [...files, file] }));
  });
  const change = (part: Partial<CircularDraft>) => {
    book.change(() => part);
  };
  const send = async () => {
    if (uploads.isBusy) {
      showToast('文件还在传，请等一下');
      return;
    }
    const { title, issuedOn, unitId, shortfall, obligationId, evidence } = draft;
    const body = { title, issuedOn, unitId, shortfall, obligationId, evidence };
    const key = book.keyFor(JSON.stringify(body));
    if ((await write.run(body, () => enterCircular(body, key))) === null) return;
    showToast('登记好了');
    change(NOTHING);
    setEntered(entered + 1);
  };
  const leave = () => {
    book.forget();
    goBack();
  };
  return (
    <Screen
      title="登记通报点名"
      section="supervision/notices"
      isOnSurface
      top={<DeviceDraftLine savedAt={draft.savedAt} isFull={book.isFull} />}
      bar={
        <StickyBar
          title={entered === 0 ? '登记后算前置通知' : `登记了${String(entered)}家，可以接着记`}
          note={write.error === null ? '登记后不能改，写错了可以撤销' : `${write.error.sentence}写的都在。`}
        >
          {entered === 0 ? null : (
            <Button look="plain" onPress={leave}>
              记完了
            </Button>
          )}
          <Button onPress={() => void send()}>{write.isSending ? '正在登记' : '登记'}</Button>
        </StickyBar>
      }
    >
      <View className="record-form">
        <Texts draft={draft} onChange={change} />
        <Answered query={people}>
          {(directory) => <Named draft={draft} people={directory.rows} onChange={change} />}
        </Answered>
        <Shortfall key={entered} draft={draft} onChange={change} />
        <EvidenceList evidence={draft.evidence} uploads={uploads} limit={CIRCULAR_LIMITS.evidence} shelf={shelf} />
      </View>
    </Screen>
  );
}
