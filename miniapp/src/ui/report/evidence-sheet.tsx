import { firstCodePoints } from '@jiannuo/shared/kernel';
import {
  EVIDENCE_KINDS,
  EVIDENCE_LABELS,
  REPORT_LIMITS,
  type Evidence,
  type EvidenceKind,
} from '@jiannuo/shared/reporting';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '../button/button';
import { Choice } from '../field/choice';
import { TextField } from '../field/field';
import { Sheet } from '../overlay/dialog';
import type { IconName } from '../icon/icon';

const KINDS = EVIDENCE_KINDS.map((value) => ({ value, label: EVIDENCE_LABELS[value] }));

/** The picture of each kind of evidence. */
export const EVIDENCE_ICONS: Readonly<Record<EvidenceKind, IconName>> = {
  document: 'file',
  bulletin: 'bulletin',
  photo: 'picture',
  other: 'report',
};

/** What kind of evidence a file's name suggests. */
export function kindOfFile(name: string): EvidenceKind {
  if (/\.(?:jpe?g|png)$/i.test(name)) return 'photo';
  return name.includes('简报') ? 'bulletin' : 'document';
}

/** A file's name as the evidence's: without its ending, not longer than a name may be. */
export function nameOfFile(name: string): string {
  return firstCodePoints(name.replace(/\.[A-Za-z0-9]{1,5}$/, ''), REPORT_LIMITS.evidenceTitle);
}

/** What to say about a name that is longer than a name may be; nothing is cut without a word. */
function tooLongWords(name: string): string | null {
  const limit = REPORT_LIMITS.evidenceTitle;
  return firstCodePoints(name, limit) === name ? null : `最多${String(limit)}个字，请写短些。`;
}

interface EvidenceSheetProps {
  readonly evidence: Pick<Evidence, 'title' | 'kind'>;
  readonly isNew: boolean;
  readonly onKeep: (entry: Pick<Evidence, 'title' | 'kind'>) => void;
  readonly onKeepWithFile: (entry: Pick<Evidence, 'title' | 'kind'>) => void;
  readonly onClose: () => void;
}

/** Name and kind of one piece of evidence. The name is enough; a file may come with it. */
export function EvidenceSheet({ evidence, isNew, onKeep, onKeepWithFile, onClose }: EvidenceSheetProps) {
  const [title, setTitle] = useState(evidence.title);
  const [kind, setKind] = useState<EvidenceKind>(evidence.kind);
  const [error, setError] = useState<string | null>(null);
  const name = title.trim();
  const tooLong = tooLongWords(name);
  const keep = () => {
    if (name === '') setError('请写名称，例如《…通知》。');
    else if (tooLong === null) onKeep({ title: name, kind });
  };
  return (
    <Sheet title={isNew ? '加一份佐证' : '改佐证'} onClose={onClose}>
      <TextField
        label="名称"
        initial={evidence.title}
        error={error ?? tooLong}
        note="列名称就行，文件可以不传。"
        onType={(text) => {
          setError(null);
          setTitle(text);
        }}
      />
      <Choice label="类别" options={KINDS} value={kind} onChoose={setKind} />
      <View className="row below-3">
        {isNew ? (
          <View className="grow">
            <Button
              look="plain"
              isBlock
              onPress={() => {
                if (tooLong === null) onKeepWithFile({ title: name, kind });
              }}
            >
              选文件
            </Button>
          </View>
        ) : null}
        <View className={`grow ${isNew ? 'gap-3' : ''}`}>
          <Button isBlock onPress={keep}>
            {isNew ? '加上' : '改好了'}
          </Button>
        </View>
      </View>
    </Sheet>
  );
}
