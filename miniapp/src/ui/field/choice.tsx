import { Input, Picker, View } from '@tarojs/components';
import { Icon } from '../icon/icon';
import { Pressable } from '../pressable/pressable';
import { FieldFrame } from './field';
import './choice.scss';

interface DateFieldProps {
  readonly label: string;
  /** `YYYY-MM-DD`, or empty while not chosen. */
  readonly value: string;
  readonly onChoose: (date: string) => void;
  /** Called when the person is done with the field. */
  readonly onLeave?: () => void;
  readonly earliest?: string;
  readonly latest?: string;
  /** What is shown for the chosen date. */
  readonly words: string;
  readonly isLabelHidden?: boolean;
  readonly error?: string | null;
}

/** While a year is being typed, a browser reports dates of the first centuries. */
function isWholeYear(date: string): boolean {
  return date === '' || date >= '1900';
}

/** A calendar date, chosen with the means each platform has. */
export function DateField({
  label,
  value,
  onChoose,
  onLeave,
  earliest,
  latest,
  words,
  isLabelHidden,
  error,
}: DateFieldProps) {
  const frame = {
    label,
    ...(isLabelHidden === undefined ? {} : { isLabelHidden }),
    ...(error === undefined ? {} : { error }),
  };
  if (IS_BROWSER) {
    return (
      <FieldFrame {...frame}>
        <View className="field-box">
          <Input
            className="field-input t-body"
            type={'date' as 'text'}
            defaultValue={value}
            nativeProps={{ 'aria-label': label, min: earliest, max: latest }}
            onInput={(event) => {
              if (isWholeYear(event.detail.value)) onChoose(event.detail.value);
            }}
            onBlur={() => onLeave?.()}
          />
        </View>
      </FieldFrame>
    );
  }
  return (
    <FieldFrame {...frame}>
      <Picker
        mode="date"
        value={value}
        {...(earliest === undefined ? {} : { start: earliest })}
        {...(latest === undefined ? {} : { end: latest })}
        onChange={(event) => {
          onChoose(event.detail.value);
          onLeave?.();
        }}
      >
        <View className="field-box" aria-label={`${label}，${words}`}>
          <View className="grow t-body">{words}</View>
          <Icon name="calendar" className="c-ink-2" />
        </View>
      </Picker>
    </FieldFrame>
  );
}

interface ChoiceProps<T extends string | number> {
  readonly label: string;
  readonly options: readonly { readonly value: T; readonly label: string }[];
  readonly value: T | null;
  readonly onChoose: (value: T) => void;
  readonly isLabelHidden?: boolean;
}

/** A few options beside each other, one of them chosen. */
export function Choice<T extends string | number>({ label, options, value, onChoose, isLabelHidden }: ChoiceProps<T>) {
  return (
    <FieldFrame label={label} {...(isLabelHidden === undefined ? {} : { isLabelHidden })}>
      <View className="choice" {...(IS_BROWSER ? { role: 'radiogroup', 'aria-label': label } : {})}>
        {options.map((option) => (
          <Pressable
            key={String(option.value)}
            role="radio"
            isSelected={option.value === value}
            className={`choice-option ${option.value === value ? 'is-chosen' : ''}`}
            onPress={() => {
              onChoose(option.value);
            }}
          >
            {option.label}
          </Pressable>
        ))}
      </View>
    </FieldFrame>
  );
}

interface TickProps {
  readonly isTicked: boolean;
  readonly onChange: (isTicked: boolean) => void;
  readonly label: string;
}

/** A box to tick, 44 to the finger. Never ticked beforehand where it means agreeing. */
export function Tick({ isTicked, onChange, label }: TickProps) {
  return (
    <Pressable
      role="checkbox"
      isSelected={isTicked}
      label={label}
      className="tick"
      onPress={() => {
        onChange(!isTicked);
      }}
    >
      <View className={`tick-box ${isTicked ? 'is-ticked' : ''}`}>
        {isTicked ? <Icon name="check" size="small" /> : null}
      </View>
    </Pressable>
  );
}

/** The round mark of a choice among a few. */
export function RadioMark({ isChosen }: { readonly isChosen: boolean }) {
  return <View className={`radio ${isChosen ? 'is-chosen' : ''}`} aria-hidden="true" />;
}
