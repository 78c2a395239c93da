import { atBeijing, beijingDate, beijingTime, formatDay, type DateText, type Instant } from '@jiannuo/shared/kernel';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { DateField } from '../../../ui/field/choice';
import { TimeField } from '../../../ui/field/time-field';

interface MomentProps {
  readonly label: string;
  readonly hourLabel: string;
  /** The hour that stands there at first; empty where none is usual. */
  readonly hour: string;
  readonly initial: Instant | null;
  /** The first day that can be chosen. */
  readonly earliest: DateText;
  readonly onChoose: (at: Instant) => void;
}

/** A day and an hour, side by side; what is half chosen is nothing yet. */
export function MomentField({ label, hourLabel, hour, initial, earliest, onChoose }: MomentProps) {
  const [day, setDay] = useState(initial === null ? '' : beijingDate(initial));
  const [time, setTime] = useState(initial === null ? hour : beijingTime(initial));
  const set = (nextDay: string, nextTime: string) => {
    setDay(nextDay);
    setTime(nextTime);
    if (nextDay !== '' && nextTime !== '') onChoose(atBeijing(nextDay, nextTime));
  };
  return (
    <View className="record-pair">
      <DateField
        label={label}
        value={day}
        earliest={earliest}
        words={day === '' ? '选日期' : formatDay(day)}
        onChoose={(chosen) => {
          set(chosen, time);
        }}
      />
      <TimeField
        label={hourLabel}
        value={time}
        onChoose={(chosen) => {
          set(day, chosen);
        }}
      />
    </View>
  );
}
