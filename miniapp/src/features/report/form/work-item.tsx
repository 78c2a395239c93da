import { FIELD_LABELS, lineLabel, REPORT_LIMITS, type WorkItem } from '@jiannuo/shared/reporting';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { Heading } from '../../../ui/heading/heading';
import { Dialog } from '../../../ui/overlay/dialog';
import { Pressable } from '../../../ui/pressable/pressable';
import { EvidenceList } from '../../../ui/report/evidence-list';
import { useKeeper } from '../draft/use-draft';
import { DraftText } from './draft-text';
import { elementIdOf } from './sections';
import './form.scss';
import { useUploads } from './uploads';

interface WorkItemFieldsProps {
  readonly headingId: string;
  readonly item: WorkItem;
  readonly index: number;
}

function isUntouched(item: WorkItem): boolean {
  return item.title + item.work + item.result === '' && item.evidence.length === 0;
}

/** One piece of work: title, what was done, what came of it, and its evidence. */
export function WorkItemFields({ headingId, item, index }: WorkItemFieldsProps) {
  const keeper = useKeeper();
  const uploads = useUploads();
  const [isAsking, setIsAsking] = useState(false);
  const path = `headings/${headingId}/items/${item.id}`;
  const evidencePath = (id: string) => `${path}/evidence/${id}`;
  const remove = () => {
    keeper.change(path, null);
  };
  return (
    <View className="work-item" id={elementIdOf(path)}>
      <View className="row between">
        <Heading level={3} className="t-strong">
          {lineLabel(index)}
        </Heading>
        <Pressable
          className="text-link t-s c-brand"
          label={`删除${lineLabel(index)}`}
          onPress={() => {
            const latest = keeper.content.headings
              .find((heading) => heading.id === headingId)
              ?.items.find(({ id }) => id === item.id);
            if (latest === undefined || isUntouched(latest)) remove();
            else setIsAsking(true);
          }}
        >
          删除
        </Pressable>
      </View>
      <DraftText path={`${path}/title`} label={FIELD_LABELS.title} value={item.title} limit={REPORT_LIMITS.title} />
      <DraftText
        path={`${path}/work`}
        label={FIELD_LABELS.work}
        value={item.work}
        limit={REPORT_LIMITS.text}
        lines="many"
      />
      <DraftText
        path={`${path}/result`}
        label={FIELD_LABELS.result}
        value={item.result}
        limit={REPORT_LIMITS.text}
        lines="many"
      />
      <EvidenceList
        evidence={item.evidence}
        uploads={uploads}
        limit={REPORT_LIMITS.evidencePerItem}
        elementIdOf={(id) => elementIdOf(evidencePath(id))}
        shelf={{
          saysAwaited: true,
          put: (entry) => {
            keeper.change(evidencePath(entry.id), entry);
          },
          remove: (id) => {
            keeper.change(evidencePath(id), null);
          },
        }}
      />
      {isAsking ? (
        <Dialog
          title={`删去${lineLabel(index)}？`}
          verb="删去"
          refusal="留着"
          onClose={() => {
            setIsAsking(false);
          }}
          onConfirm={() => {
            setIsAsking(false);
            remove();
          }}
        >
          这一条的内容和佐证都会删去。
        </Dialog>
      ) : null}
    </View>
  );
}
