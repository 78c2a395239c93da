import { addDays, atBeijing, beijingDate, beijingTime, formatDay, isBlank } from '@jiannuo/shared/kernel';
import {
  SUBJECT_TITLES,
  SUBJECTS,
  type FindingContent,
  type FindingView,
  type InspectionView,
} from '@jiannuo/shared/inspections';
import { View } from '@tarojs/components';
import { useState, type ReactNode } from 'react';
import { beijingToday } from '../../platform/clock';
import { goBack } from '../../platform/navigation';
import { QUERY_KEYS } from '../../platform/query/query-keys';
import { useWrite } from '../../platform/query/use-write';
import { readStored, removeStored, writeStored } from '../../platform/storage';
import { StickyBar } from '../../ui/bar/sticky-bar';
import { Button } from '../../ui/button/button';
import { DateField } from '../../ui/field/choice';
import { ChoiceField } from '../../ui/field/choice-field';
import { FieldError, TextField } from '../../ui/field/field';
import { TimeField } from '../../ui/field/time-field';
import { showToast } from '../../ui/overlay/toast';
import { Confidential } from '../../ui/record/confidential';
import { EvidenceList } from '../../ui/report/evidence-list';
import { useEvidenceShelf } from '../../ui/report/evidence-shelf';
import { useUploads, type KeptFile } from '../../ui/report/use-uploads';
import { Screen } from '../../ui/screen/screen';
import { Answered } from '../../ui/state/state-view';
import { keepFinding, type FindingPlace } from './api/keep-finding.api';
import { useFinding } from './api/load-finding.api';
import { useInspection } from './api/load-inspection.api';
import { ConcealedField } from './concealed-field';

const SECTION = 'inspections/list';
/** Days that a rectification has at first; the officer chooses another time. */
const USUAL_DAYS = 14;
const MOST_EVIDENCE = 20;

interface FieldsProps {
  readonly units: InspectionView['units'];
  readonly initial: FindingContent;
  readonly finding: FindingContent;
  readonly isFaultShown: boolean;
  readonly onChange: (part: Partial<FindingContent>) => void;
  /** What proves the facts. */
  readonly children: ReactNode;
}

function Fields({ units, initial, finding, isFaultShown, onChange, children }: FieldsProps) {
  const unit = units.find(({ id }) => id === finding.unitId);
  return (
    <View className="record-form">
      <ChoiceField
        label="哪家单位"
        words={unit?.name ?? '选单位'}
        verbs={units.map(({ id, name }) => ({
          label: name,
          onPress: () => {
            // What another unit handed in is nothing that this one hid something in.
            onChange({ unitId: id, concealedIn: id === finding.unitId ? finding.concealedIn : null });
          },
        }))}
      />
      <ChoiceField
        label="属于哪一项（第十一条）"
        words={SUBJECT_TITLES[finding.subject]}
        verbs={SUBJECTS.map((subject) => ({
          label: SUBJECT_TITLES[subject],
          onPress: () => {
            onChange({ subject });
          },
        }))}
      />
      <DateField
        label="哪天看到的，不填也行"
        value={finding.seenOn ?? ''}
        latest={beijingToday()}
        words={finding.seenOn === null ? '选日期' : formatDay(finding.seenOn)}
        onChoose={(day) => {
          onChange({ seenOn: day === '' ? null : day });
        }}
      />
      <TextField
        label="事实"
        lines="many"
        initial={initial.facts}
        placeholder="何处看到什么"
        note="不得写涉密内容。"
        error={isFaultShown && isBlank(finding.facts) ? '还没写事实。' : null}
        onType={(facts) => {
          onChange({ facts });
        }}
      />
      {children}
      {isFaultShown && isUnproven(finding) ? <FieldError>疑似瞒报要列佐证材料，写名称就行。</FieldError> : null}
      <ConcealedField finding={finding} onChange={onChange} />
      <Demand initial={initial} finding={finding} isFaultShown={isFaultShown} onChange={onChange} />
    </View>
  );
}

/** What the unit is to put right, or to explain, and by when. */
function Demand({ initial, finding, isFaultShown, onChange }: Omit<FieldsProps, 'units' | 'children'>) {
  const isAsking = finding.concealedIn !== null;
  return (
    <>
      <TextField
        label={isAsking ? '要单位说明什么' : '整改要求，不用整改就不填'}
        lines="many"
        initial={initial.demand}
        placeholder={isAsking ? '哪几件没有报，为什么' : '改什么，改到什么程度'}
        error={isFaultShown && isUnheard(finding) ? '疑似瞒报要听单位说明，还没写要说明什么。' : null}
        onType={(demand) => {
          onChange({ demand });
        }}
      />
      {isBlank(finding.demand) ? null : <Due finding={finding} onChange={onChange} />}
    </>
  );
}

function Due({ finding: { dueAt, concealedIn }, onChange }: Pick<FieldsProps, 'finding' | 'onChange'>) {
  const at = dueAt ?? usualDue();
  return (
    <View className="record-pair">
      <DateField
        label={concealedIn === null ? '整改时限' : '说明时限'}
        value={beijingDate(at)}
        earliest={beijingToday()}
        words={formatDay(beijingDate(at))}
        onChoose={(day) => {
          if (day !== '') onChange({ dueAt: atBeijing(day, beijingTime(at)) });
        }}
      />
      <TimeField
        label="几点前"
        value={beijingTime(at)}
        onChoose={(time) => {
          if (time !== '') onChange({ dueAt: atBeijing(beijingDate(at), time) });
        }}
      />
    </View>
  );
}

/** Whether somebody is said to have hidden something and not asked about it. */
function isUnheard({ concealedIn, demand }: FindingContent): boolean {
  return concealedIn !== null && isBlank(demand);
}

/** Whether somebody is said to have hidden something and nothing is named that proves it. */
function isUnproven({ concealedIn, evidence }: FindingContent): boolean {
  return concealedIn !== null && evidence.length === 0;
}

function usualDue(): string {
  return atBeijing(addDays(beijingToday(), USUAL_DAYS), '18:00');
}

interface NotingProps {
  readonly inspection: Pick<InspectionView, 'isSecret' | 'watermark'>;
  readonly units: InspectionView['units'];
  readonly initial: FindingContent;
  readonly place: FindingPlace;
  readonly stored: string;
  /** The files that it names already. */
  readonly files: readonly KeptFile[];
}

/** What is being noted. Every keystroke is on the device at once: a phone may have no network on the spot. */
function Noting({ inspection, units, initial, place, stored, files }: NotingProps) {
  const { isSecret, watermark } = inspection;
  const write = useWrite(QUERY_KEYS.inspections);
  const [start] = useState(() => ({ ...initial, ...readStored<FindingContent>(stored) }));
  const [finding, setFinding] = useState(start);
  const [isFaultShown, setIsFaultShown] = useState(false);
  const change = (part: Partial<FindingContent>) => {
    setFinding((before) => {
      const after = { ...before, ...part };
      writeStored(stored, after);
      return after;
    });
  };
  const uploads = useUploads(stored, files, isSecret);
  const shelf = useEvidenceShelf(finding.evidence, (evidence) => {
    change({ evidence });
  });
  const keep = async () => {
    if (isBlank(finding.facts) || isUnheard(finding) || isUnproven(finding)) {
      setIsFaultShown(true);
      return;
    }
    if (uploads.isBusy) {
      showToast('文件还在传，请等一下');
      return;
    }
    const isAsking = !isBlank(finding.demand);
    const body = { ...finding, dueAt: isAsking ? (finding.dueAt ?? usualDue()) : null };
    if ((await write.run([place, body], (key) => keepFinding(place, body, key))) === null) return;
    removeStored(stored);
    showToast('记下了');
    goBack();
  };
  return (
    <Screen
      title="记一个问题"
      section={SECTION}
      isOnSurface
      bar={
        <StickyBar
          title={write.isSending ? '正在存，请别关' : '写的都存在这里'}
          note={write.error?.sentence ?? '反馈前单位看不到'}
        >
          <Button onPress={() => void keep()}>记下</Button>
        </StickyBar>
      }
    >
      <Confidential isConfidential={isSecret} watermark={watermark} band={null}>
        <Fields units={units} initial={start} finding={finding} isFaultShown={isFaultShown} onChange={change}>
          <EvidenceList evidence={finding.evidence} uploads={uploads} limit={MOST_EVIDENCE} shelf={shelf} />
        </Fields>
      </Confidential>
    </Screen>
  );
}

function NewFinding({ inspectionId }: { readonly inspectionId: string }) {
  const query = useInspection(inspectionId);
  const inspection = query.data;
  if (inspection === undefined) return <Waiting query={query} />;
  const only = inspection.units.length === 1 ? inspection.units[0]?.id : undefined;
  const initial: FindingContent = {
    unitId: only ?? '',
    subject: inspection.subject,
    facts: '',
    seenOn: null,
    evidence: [],
    demand: '',
    dueAt: null,
    concealedIn: null,
  };
  const shared = { place: { inspectionId }, stored: `finding/new/${inspectionId}`, files: [] };
  return <Noting inspection={inspection} units={inspection.units} initial={initial} {...shared} />;
}

function Rewriting({ finding }: { readonly finding: FindingView }) {
  const query = useInspection(finding.parentId);
  if (query.data === undefined) return <Waiting query={query} />;
  const { unitId, subject, facts, seenOn, evidence, demand, dueAt, concealedIn, id, version } = finding;
  const initial = { unitId, subject, facts, seenOn, evidence, demand, dueAt, concealedIn };
  const shared = { place: { findingId: id, version }, stored: `finding/${id}`, files: finding.attachments };
  return <Noting inspection={query.data} units={query.data.units} initial={initial} {...shared} />;
}

function Waiting({ query }: { readonly query: Parameters<typeof Answered>[0]['query'] }) {
  return (
    <Screen title="记一个问题" section={SECTION}>
      <Answered query={query}>{() => null}</Answered>
    </Screen>
  );
}

interface NoteProps {
  /** The inspection of a new finding. */
  readonly inspectionId: string | null;
  /** The finding that is written on. */
  readonly findingId: string | null;
}

/** 记一个问题: what was found at one unit, before it is told of it. */
export function NoteScreen({ inspectionId, findingId }: NoteProps) {
  const query = useFinding(findingId);
  if (findingId === null) return <NewFinding inspectionId={inspectionId ?? ''} />;
  return query.data === undefined ? <Waiting query={query} /> : <Rewriting finding={query.data} />;
}
