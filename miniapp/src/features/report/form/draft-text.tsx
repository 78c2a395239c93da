import { isLongerThan } from '@jiannuo/shared/kernel';
import { useCallback, useState } from 'react';
import { TextField } from '../../../ui/field/field';
import { ConflictNote } from '../conflict/conflict-note';
import { useDraftValue, useKeeper } from '../draft/use-draft';
import { useWrong } from './form-context';
import { elementIdOf } from './sections';

interface DraftTextProps {
  readonly path: string;
  readonly label: string;
  readonly value: string;
  readonly limit: number;
  readonly lines?: 'one' | 'many';
  readonly placeholder?: string;
  readonly isLabelHidden?: boolean;
}

/** A text of the draft. What is typed goes to the keeper; the field itself is drawn anew only when another device wrote it. */
export function DraftText({
  path,
  label,
  value,
  limit,
  lines = 'one',
  placeholder = '',
  isLabelHidden = false,
}: DraftTextProps) {
  const keeper = useKeeper();
  const epoch = useDraftValue((draft) => draft.epochOf(path));
  const [isTooLong, setIsTooLong] = useState(() => isLongerThan(value, limit));
  const wrong = useWrong(path);
  const onType = useCallback(
    (text: string) => {
      setIsTooLong(isLongerThan(text, limit));
      keeper.change(path, text);
    },
    [keeper, path, limit],
  );
  const onLeave = useCallback(() => {
    keeper.leave();
  }, [keeper]);
  return (
    <>
      <TextField
        key={epoch}
        id={elementIdOf(path)}
        label={label}
        initial={value}
        lines={lines}
        placeholder={placeholder}
        isLabelHidden={isLabelHidden}
        error={isTooLong ? `最多${String(limit)}个字，请写短些。` : wrong}
        onType={onType}
        onLeave={onLeave}
      />
      <ConflictNote path={path} />
    </>
  );
}
