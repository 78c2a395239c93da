import { useState } from 'react';
import { Button, type ButtonLook } from '../button/button';
import { Sheet, type SheetVerb } from '../overlay/dialog';

interface StepVerbsProps {
  /** The likeliest; null where nobody is led to any. */
  readonly first: SheetVerb | null;
  readonly rest: readonly SheetVerb[];
  readonly look?: ButtonLook;
  readonly isSending?: boolean;
}

/** What may be done to a record now, in its bar: the likeliest step as button, the rest under 更多. */
export function StepVerbs({ first, rest, look = 'primary', isSending = false }: StepVerbsProps) {
  const [isMore, setIsMore] = useState(false);
  return (
    <>
      {rest.length === 0 ? null : (
        <Button
          look="plain"
          onPress={() => {
            setIsMore(true);
          }}
        >
          更多
        </Button>
      )}
      {first === null ? null : (
        <Button look={look} onPress={first.onPress}>
          {isSending ? '正在办' : first.label}
        </Button>
      )}
      {isMore ? (
        <Sheet
          title="还能办"
          verbs={rest}
          onClose={() => {
            setIsMore(false);
          }}
        />
      ) : null}
    </>
  );
}
