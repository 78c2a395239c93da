import { formatWhole, isWholeNumber, plainFigure } from '@jiannuo/shared/kernel';
import { fieldsOf, figureFault, REPORT_LIMITS, REPORTING_MESSAGES } from '@jiannuo/shared/reporting';
import { useState } from 'react';
import { TextField } from '../../../ui/field/field';
import type { TargetFigure } from '../../../ui/report/numeric-target';
import { ConflictNote } from '../conflict/conflict-note';
import { useDraftValue, useKeeper } from '../draft/use-draft';
import { useWrong } from './form-context';

function faultWords(typed: string, label: string): string {
  return REPORTING_MESSAGES[figureFault(typed)]({ label, limit: REPORT_LIMITS.figureDigits });
}

/** A whole number of the draft: commas are shown when it is left, and never stored. */
export function useFigure(path: string, label: string): TargetFigure {
  const keeper = useKeeper();
  const epoch = useDraftValue((draft) => draft.epochOf(path));
  const typed = useDraftValue((draft) => {
    const value = fieldsOf(draft.content).get(path);
    return typeof value === 'string' ? value : '';
  });
  const [left, setLeft] = useState(0);
  const wrong = useWrong(path);
  const isReadable = typed === '' || isWholeNumber(typed);
  return {
    label,
    initial: formatWhole(typed),
    fieldKey: `${String(epoch)}-${String(left)}`,
    error: isReadable ? wrong : faultWords(typed, label),
    onType: (text) => {
      keeper.change(path, plainFigure(text));
    },
    onLeave: () => {
      setLeft((count) => count + 1);
      keeper.leave();
    },
  };
}

interface FigureFieldProps {
  readonly path: string;
  readonly label: string;
  readonly unit: string;
}

/** One figure on its own, as in a report that was sent back. */
export function FigureField({ path, label, unit }: FigureFieldProps) {
  const { initial, fieldKey, error, onType, onLeave } = useFigure(path, label);
  return (
    <>
      <TextField
        key={fieldKey}
        label={label}
        initial={initial}
        unit={unit}
        isNumber
        error={error}
        onType={onType}
        onLeave={onLeave}
      />
      <ConflictNote path={path} />
    </>
  );
}
