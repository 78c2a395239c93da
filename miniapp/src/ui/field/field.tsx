import { Input, Textarea, View } from '@tarojs/components';
import { memo, useRef, useState, type ReactNode } from 'react';
import { Icon } from '../icon/icon';
import './field.scss';

interface FieldFrameProps {
  readonly label: string;
  readonly isLabelHidden?: boolean;
  readonly note?: string;
  readonly error?: string | null;
  readonly children: ReactNode;
  readonly id?: string;
}

/** What is wrong, where it is wrong: a shape and a sentence. */
export function FieldError({ children }: { readonly children: string }) {
  return (
    <View className="field-error row row-top t-s c-late" {...(IS_BROWSER ? { role: 'alert' } : {})}>
      <Icon name="late" size="small" className="field-error-mark" />
      <View className="gap-2">{children}</View>
    </View>
  );
}

/** Label over an input, and under it what is wrong or what to know. */
export function FieldFrame({ label, isLabelHidden = false, note, error = null, children, id }: FieldFrameProps) {
  return (
    <View className={`field ${error === null ? '' : 'has-error'}`} {...(id === undefined ? {} : { id })}>
      {isLabelHidden ? null : <View className="field-label t-s c-ink-2">{label}</View>}
      {children}
      {error === null ? null : <FieldError>{error}</FieldError>}
      {note === undefined ? null : <View className="field-note t-xs c-ink-2">{note}</View>}
    </View>
  );
}

/** A browser's inner input gets the name; WeChat's takes it on the element. */
function spokenAs(label: string, isWrong: boolean, isNumber = false) {
  if (!IS_BROWSER) return { 'aria-label': label };
  return {
    nativeProps: {
      'aria-label': label,
      ...(isWrong ? { 'aria-invalid': 'true' } : {}),
      ...(isNumber ? { inputMode: 'numeric' } : {}),
    },
  };
}

interface TextFieldProps {
  readonly label: string;
  /** What the field starts with. Later values are ignored: give the field another `key` to start again. */
  readonly initial: string;
  readonly onType: (text: string) => void;
  readonly onLeave?: () => void;
  readonly lines?: 'one' | 'many';
  readonly unit?: string;
  readonly isNumber?: boolean;
  readonly maximum?: number;
  readonly placeholder?: string;
  readonly isLabelHidden?: boolean;
  readonly isLocked?: boolean;
  readonly note?: string;
  readonly error?: string | null;
  readonly id?: string;
}

/** WeChat cuts at 140 unless told; -1 means no limit, and we say ourselves what is too long. */
const NO_LIMIT = -1;

function OneLine({
  label,
  initial,
  onType,
  onLeave,
  unit,
  isNumber = false,
  placeholder = '',
  error = null,
}: TextFieldProps) {
  const [hasFocus, setHasFocus] = useState(false);
  const start = useRef(initial).current;
  return (
    <View className={`field-box ${hasFocus ? 'has-focus' : ''}`}>
      <Input
        className="field-input t-body"
        type={isNumber && !IS_BROWSER ? 'number' : 'text'}
        defaultValue={start}
        placeholder={placeholder}
        placeholderClass="field-placeholder"
        maxlength={NO_LIMIT}
        {...spokenAs(unit === undefined ? label : `${label}，${unit}`, error !== null, isNumber)}
        onInput={(event) => {
          onType(event.detail.value);
        }}
        onFocus={() => {
          setHasFocus(true);
        }}
        onBlur={() => {
          setHasFocus(false);
          onLeave?.();
        }}
      />
      {unit === undefined ? null : <View className="field-unit t-s c-ink-2">{unit}</View>}
    </View>
  );
}

function ManyLines({ label, initial, onType, onLeave, placeholder = '', error = null }: TextFieldProps) {
  const [hasFocus, setHasFocus] = useState(false);
  const start = useRef(initial).current;
  return (
    <View className={`field-box is-tall ${hasFocus ? 'has-focus' : ''}`}>
      <Textarea
        className="field-input t-body t-reading"
        defaultValue={start}
        placeholder={placeholder}
        placeholderClass="field-placeholder"
        maxlength={NO_LIMIT}
        autoHeight
        disableDefaultPadding
        {...spokenAs(label, error !== null)}
        onInput={(event) => {
          onType(event.detail.value);
        }}
        onFocus={() => {
          setHasFocus(true);
        }}
        onBlur={() => {
          setHasFocus(false);
          onLeave?.();
        }}
      />
    </View>
  );
}

/**
 * A text field that keeps what is typed to itself: a keystroke draws nothing anew, so that long reports stay quick.
 * What it starts with is `initial`; whoever changes the text from outside changes the field's `key`.
 */
export const TextField = memo(function TextField(props: TextFieldProps) {
  const { label, lines = 'one', isLocked = false, initial, unit, isLabelHidden, note, error, id } = props;
  const body = lines === 'one' ? <OneLine {...props} /> : <ManyLines {...props} />;
  return (
    <FieldFrame
      label={label}
      {...(isLabelHidden === undefined ? {} : { isLabelHidden })}
      {...(note === undefined ? {} : { note })}
      {...(error === undefined ? {} : { error })}
      {...(id === undefined ? {} : { id })}
    >
      {isLocked ? <View className="field-locked t-body">{`${initial}${unit ?? ''}`}</View> : body}
    </FieldFrame>
  );
});
