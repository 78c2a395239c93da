import { useRef, useState } from 'react';

interface ShownRow<Id> {
  readonly shownId: Id | null;
  readonly show: (id: Id) => void;
}

/**
 * Which row of a list is open beside it: the one that was chosen, else the one that stood first at first. That one
 * stays open after it was dealt with, although another is then the first.
 */
export function useShownRow<Id extends string>(
  chosenBefore: Id | null,
  rows: readonly { readonly id: Id }[] | undefined,
): ShownRow<Id> {
  const [chosen, show] = useState<Id | null>(chosenBefore);
  const first = useRef<Id | null>(null);
  first.current ??= rows?.[0]?.id ?? null;
  return { shownId: chosen ?? first.current, show };
}
