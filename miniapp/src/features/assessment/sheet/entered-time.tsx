import type { AssessmentView } from '@jiannuo/shared/assessment';
import { formatMoment } from '@jiannuo/shared/kernel';
import { CHANNEL_NAMES } from '@jiannuo/shared/obligations';
import { now } from '../../../platform/clock';
import { openPage } from '../../../platform/navigation';
import { Card } from '../../../ui/card/card';
import { Row } from '../../../ui/row/row';

/** The obligation whose time of receipt the lead unit entered; null where nothing is in, or the county handed in itself. */
export function enteredObligation({ channel, metAt, records }: AssessmentView): string | null {
  if (metAt === null || channel === null || channel === 'app') return null;
  return records.obligations.find(({ kind }) => kind === 'self-assessment')?.id ?? null;
}

/** When the county's sheet came that the lead unit entered, and the way to its receipt, where the time can be objected to. */
export function EnteredTime({ view }: { readonly view: AssessmentView }) {
  const { channel, metAt, dueAt } = view;
  const obligation = enteredObligation(view);
  if (obligation === null || metAt === null || channel === null) return null;
  return (
    <Card fit="rows">
      <Row
        title={`${formatMoment(metAt, now())}${CHANNEL_NAMES[channel]}收到，${metAt < dueAt ? '算按时' : '算迟报'}`}
        isStrong={false}
        below="时间是牵头单位录的，点开可以核对"
        onPress={() => {
          openPage('receipt', { obligation });
        }}
      />
    </Card>
  );
}
