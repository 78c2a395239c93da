import { isBlank, isLongerThan, sizeWords, type Period } from '@jiannuo/shared/kernel';
import type { AttachmentView } from '@jiannuo/shared/reporting';
import { FINDING_LIMITS, VERDICTS, type CheckedMeasure, type Verdict } from '@jiannuo/shared/spot-checks';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { useDeviceDraft, type DeviceDraft } from '../../platform/device-drafts';
import { newIdentifier } from '../../platform/identifiers';
import { readStored } from '../../platform/storage';
import { Button } from '../../ui/button/button';
import { Choice } from '../../ui/field/choice';
import { FieldError, TextField } from '../../ui/field/field';
import { FilePicker } from '../../ui/files/file-picker';
import { Icon } from '../../ui/icon/icon';
import { Sheet } from '../../ui/overlay/dialog';
import { showToast } from '../../ui/overlay/toast';
import { Pressable } from '../../ui/pressable/pressable';
import { EvidenceEntry } from '../../ui/report/evidence-entry';
import { useUploads, type Uploads } from '../../ui/report/use-uploads';
import { recordFinding } from './api/record-finding.api';
import { VERDICT_WORDS } from './finding-words';
import { useFindingWrite } from './use-finding-write';

/** A file of a finding; `file` is null while it is on its way. */
interface FileLine {
  readonly id: string;
  readonly name: string;
  readonly file: AttachmentView | null;
}

/** A finding that is being written; on this device at every keystroke, until it is recorded. */
interface FindingDraft extends DeviceDraft {
  readonly verdict: Verdict | null;
  readonly text: string;
  readonly lines: readonly FileLine[];
}

const PREFIX = 'finding/';
const EMPTY: Omit<FindingDraft, 'id'> = { verdict: null, text: '', lines: [], savedAt: null, wish: null };

function isEmpty({ verdict, text, lines }: FindingDraft): boolean {
  return verdict === null && isBlank(text) && lines.length === 0;
}

const VERDICT_OPTIONS = VERDICTS.map((value) => ({ value, label: VERDICT_WORDS[value].text }));

interface Faults {
  readonly verdict: string | null;
  readonly text: string | null;
}

function faultsOf({ verdict, text }: FindingDraft): Faults {
  const { text: limit } = FINDING_LIMITS;
  const tooLong = isLongerThan(text, limit) ? `情况最多${String(limit)}个字，请写短些。` : null;
  return {
    verdict: verdict === null ? '还没选查到什么。' : null,
    text: isBlank(text) ? '请写明看到了什么，这个县看得到。' : tooLong,
  };
}

const NO_FAULTS: Faults = { verdict: null, text: null };

interface FindingSheetProps {
  readonly period: Period;
  readonly unitId: string;
  readonly measure: CheckedMeasure;
  /** What it begins with, where nothing was written yet. */
  readonly facts: string | null;
  readonly onClose: () => void;
}

/** 记抽查结果: what was found about one measure, in words that the county reads. */
export function FindingSheet({ period, unitId, measure, facts, onClose }: FindingSheetProps) {
  const id = `${period}/${measure.measureId}`;
  const [initial] = useState<FindingDraft>(
    () => readStored<FindingDraft>(PREFIX + id) ?? { ...EMPTY, id, text: facts ?? '' },
  );
  const book = useDeviceDraft<FindingDraft>(PREFIX, initial, isEmpty);
  const { draft } = book;
  const uploads = useUploads(PREFIX + id, []);
  const write = useFindingWrite();
  const [faults, setFaults] = useState(NO_FAULTS);
  const record = async () => {
    const found = faultsOf(draft);
    setFaults(found);
    const { verdict, text, lines } = draft;
    if (verdict === null || found.text !== null) return;
    if (uploads.isBusy) {
      showToast('文件还在传，请等一下');
      return;
    }
    const attachmentIds = lines.flatMap(({ file }) => file?.id ?? []);
    const body = { period, unitId, measureId: measure.measureId, verdict, text, attachmentIds };
    const key = book.keyFor(JSON.stringify(body));
    if ((await write.run(key, () => recordFinding(body, key))) === null) return;
    book.forget();
    showToast('记好了，这个县看得到');
    onClose();
  };
  return (
    <Sheet title="记抽查结果" onClose={onClose}>
      <View className="t-s c-ink-2 below-1">{`${String(measure.number)}. ${measure.title}`}</View>
      <Choice
        label="查到什么"
        options={VERDICT_OPTIONS}
        value={draft.verdict}
        onChoose={(verdict) => {
          setFaults(NO_FAULTS);
          book.change(() => ({ verdict }));
        }}
      />
      {faults.verdict === null ? null : <FieldError>{faults.verdict}</FieldError>}
      <TextField
        label="看到的情况，这个县看得到"
        lines="many"
        initial={initial.text}
        placeholder="哪天、在哪里、看到了什么"
        error={faults.text}
        onType={(text) => {
          setFaults(NO_FAULTS);
          book.change(() => ({ text }));
        }}
      />
      <FilePart
        lines={draft.lines}
        uploads={uploads}
        onChange={(change) => {
          book.change(({ lines }) => ({ lines: change(lines) }));
        }}
      />
      {write.error === null ? null : <FieldError>{`${write.error.sentence}写的都在。`}</FieldError>}
      <View className="below-3">
        <Button isBlock onPress={() => void record()}>
          {write.isSending ? '正在记，请别关' : '记下'}
        </Button>
      </View>
    </Sheet>
  );
}

interface FilePartProps {
  readonly lines: readonly FileLine[];
  readonly uploads: Uploads;
  readonly onChange: (change: (lines: readonly FileLine[]) => readonly FileLine[]) => void;
}

/** Files that go with a finding, if there are any: a photo is never asked for. */
function FilePart({ lines, uploads, onChange }: FilePartProps) {
  /** The line for which a file is picked. */
  const [pickingFor, setPickingFor] = useState<string | null>(null);
  const put = (line: FileLine) => {
    onChange((all) => [...all.filter(({ id }) => id !== line.id), line]);
  };
  return (
    <View className="below-3">
      {lines.map(({ id, name, file }) => (
        <View className="row" key={id}>
          <View className="grow">
            <EvidenceEntry
              title={name}
              kindName="文件"
              icon="file"
              file={
                uploads.progressOf(id) ??
                (file === null ? { kind: 'name-only' } : { kind: 'attached', size: sizeWords(file.bytes) })
              }
              onRetry={() => {
                if (!uploads.sendAgain(id)) setPickingFor(id);
              }}
              onReplace={() => {
                setPickingFor(id);
              }}
            />
          </View>
          <Pressable
            className="finding-remove t-s c-brand"
            label={`不附${name}`}
            onPress={() => {
              uploads.giveUp(id);
              onChange((all) => all.filter((line) => line.id !== id));
            }}
          >
            不附
          </Pressable>
        </View>
      ))}
      {lines.length < FINDING_LIMITS.files ? (
        <Pressable
          className="evidence-add t-body c-brand"
          onPress={() => {
            setPickingFor(newIdentifier());
          }}
        >
          <Icon name="plus" />
          附文件，可以不附
        </Pressable>
      ) : null}
      {pickingFor === null ? null : (
        <FilePicker
          onClose={() => {
            setPickingFor(null);
          }}
          onPicked={(picked) => {
            const line = { id: pickingFor, name: picked.name, file: null };
            put(line);
            uploads.send(line.id, picked, (file) => {
              put({ ...line, file });
            });
          }}
        />
      )}
    </View>
  );
}
