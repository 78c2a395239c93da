import type { FindingContent } from '@jiannuo/shared/inspections';
import { Footnote } from '../../ui/card/card';
import { ChoiceField } from '../../ui/field/choice-field';
import { useRecords } from './api/load-records.api';

interface ConcealedProps {
  readonly finding: Pick<FindingContent, 'unitId' | 'concealedIn'>;
  readonly onChange: (part: Pick<FindingContent, 'concealedIn'>) => void;
}

/** Whether the unit hid it (瞒报), and in what it handed in. */
export function ConcealedField({ finding: { unitId, concealedIn }, onChange }: ConcealedProps) {
  const records = useRecords(unitId).data?.rows ?? [];
  if (records.length === 0 && concealedIn === null) return null;
  const named = records.find(({ id }) => id === concealedIn);
  const verbs = records.map(({ id, title }) => ({
    label: `疑似瞒报，在${title}里`,
    onPress: () => {
      onChange({ concealedIn: id });
    },
  }));
  const none = {
    label: '不是瞒报',
    onPress: () => {
      onChange({ concealedIn: null });
    },
  };
  return (
    <>
      <ChoiceField
        label="是不是瞒报（第十条）"
        words={concealedIn === null ? '不是瞒报' : `疑似瞒报，在${named?.title ?? '已选的材料'}里`}
        verbs={[none, ...verbs]}
      />
      {concealedIn === null ? null : (
        <Footnote>疑似瞒报要列佐证材料，还要听单位说明。不减分，认定成立后可以写问题线索。</Footnote>
      )}
    </>
  );
}
