import type { NoticeField } from '@jiannuo/shared/supervision';
import { beijingToday } from '../../../platform/clock';
import { TextField } from '../../../ui/field/field';
import { MomentField } from './moment-field';

interface OwnFieldProps {
  readonly field: NoticeField;
  /** What it starts with; empty where nobody has written it. */
  readonly initial: string;
  readonly onChange: (text: string) => void;
}

/** One of the texts, or the moment, that a kind of notice carries beside its requirement. */
export function OwnField({ field, initial, onChange }: OwnFieldProps) {
  const { label, isRequired, isLine, isMoment } = field;
  if (isMoment === true) {
    return (
      <MomentField
        label={label}
        hourLabel="几点"
        hour="09:00"
        initial={initial === '' ? null : initial}
        earliest={beijingToday()}
        onChoose={onChange}
      />
    );
  }
  return (
    <TextField
      label={isRequired ? label : `${label}，可以不填`}
      lines={isLine === true ? 'one' : 'many'}
      initial={initial}
      onType={onChange}
    />
  );
}
