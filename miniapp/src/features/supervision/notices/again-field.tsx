import { addDays, formatDay } from '@jiannuo/shared/kernel';
import { View } from '@tarojs/components';
import { beijingToday } from '../../../platform/clock';
import { Choice, DateField } from '../../../ui/field/choice';

/** A week on, unless another day is chosen. */
const WEEK = 7;
/** As far off as the server takes it. */
const LATEST = 31;

interface AgainProps {
  /** The day on which to look again; null for never. */
  readonly value: string | null;
  readonly onChoose: (day: string | null) => void;
}

/** Whether a proposal that is declined is to be looked at again, and when: 过7天再看, or on a day that is chosen. */
export function AgainField({ value, onChoose }: AgainProps) {
  const today = beijingToday();
  return (
    <View className="again-field">
      <Choice
        label="以后"
        options={[
          { value: 'never', label: '不再提' },
          { value: 'again', label: '过几天再看' },
        ]}
        value={value === null ? 'never' : 'again'}
        onChoose={(when) => {
          onChoose(when === 'never' ? null : addDays(today, WEEK));
        }}
      />
      {value === null ? null : (
        <DateField
          label="哪天再看"
          value={value}
          words={formatDay(value)}
          onChoose={onChoose}
          earliest={addDays(today, 1)}
          latest={addDays(today, LATEST)}
        />
      )}
    </View>
  );
}
