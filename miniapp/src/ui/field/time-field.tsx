import { Input, Picker, View } from '@tarojs/components';
import { Icon } from '../icon/icon';
import { FieldFrame } from './field';
import './choice.scss';

interface TimeFieldProps {
  readonly label: string;
  /** `21:48`, or empty while not chosen. */
  readonly value: string;
  readonly onChoose: (time: string) => void;
  readonly error?: string | null;
}

/** A time of day to the minute, chosen with the means each platform has. */
export function TimeField({ label, value, onChoose, error = null }: TimeFieldProps) {
  if (IS_BROWSER) {
    return (
      <FieldFrame label={label} error={error}>
        <View className="field-box">
          <Input
            className="field-input t-body"
            type={'time' as 'text'}
            defaultValue={value}
            nativeProps={{ 'aria-label': label }}
            onInput={(event) => {
              onChoose(event.detail.value.slice(0, 5));
            }}
          />
        </View>
      </FieldFrame>
    );
  }
  return (
    <FieldFrame label={label} error={error}>
      <Picker
        mode="time"
        value={value}
        onChange={(event) => {
          onChoose(String(event.detail.value));
        }}
      >
        <View className="field-box" aria-label={`${label}，${value === '' ? '没选' : value}`}>
          <View className="grow t-body">{value === '' ? '选时间' : value}</View>
          <Icon name="clock" className="c-ink-2" />
        </View>
      </Picker>
    </FieldFrame>
  );
}
