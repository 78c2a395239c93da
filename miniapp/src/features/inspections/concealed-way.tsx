import type { ConcealedRecord, FindingView } from '@jiannuo/shared/inspections';
import { View } from '@tarojs/components';
import { openPage } from '../../platform/navigation';
import { Button } from '../../ui/button/button';
import '../../ui/record/record.scss';

interface WayProps {
  readonly finding: Pick<FindingView, 'concealed'>;
  readonly isLead: boolean;
}

/** The way into what something is said to be hidden in, for the lead unit and for the unit whose it is. */
export function ConcealedWay({ finding: { concealed }, isLead }: WayProps) {
  if (concealed?.recordId == null) return null;
  const { title, recordId, kind } = concealed;
  return (
    <View className="record-way row">
      <Button
        look="link"
        onPress={() => {
          const { page, parameter } = wayInto(kind, isLead);
          openPage(page, { [parameter]: recordId });
        }}
      >
        {`打开${title}`}
      </Button>
    </View>
  );
}

function wayInto(
  kind: ConcealedRecord['kind'],
  isLead: boolean,
): { readonly page: string; readonly parameter: 'id' | 'reportId' } {
  if (kind === 'material') return { page: 'supervision/ticket', parameter: 'id' };
  if (kind === 'self-assessment') return { page: isLead ? 'assessment/review' : 'assessment/sheet', parameter: 'id' };
  return isLead ? { page: 'review', parameter: 'reportId' } : { page: 'report', parameter: 'id' };
}
