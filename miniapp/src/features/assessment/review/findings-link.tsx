import type { AssessmentView } from '@jiannuo/shared/assessment';
import { View } from '@tarojs/components';
import { openPage } from '../../../platform/navigation';
import { Button } from '../../../ui/button/button';

/** From 减分项 to what the spot check found at this county. */
export function FindingsLink({ period, unitId }: Pick<AssessmentView, 'period' | 'unitId'>) {
  return (
    <View className="row">
      <Button
        look="link"
        onPress={() => {
          openPage('spot-checks/findings', { id: period, unitId });
        }}
      >
        看抽查结果
      </Button>
    </View>
  );
}
