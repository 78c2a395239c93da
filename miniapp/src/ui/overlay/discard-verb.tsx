import { useState } from 'react';
import { Button } from '../button/button';
import { Dialog } from './dialog';

interface DiscardVerbProps {
  /** What is asked before it goes. */
  readonly title: string;
  /** What is lost, and what is not. */
  readonly note: string;
  readonly onDiscard: () => void;
}

/** Throws away what was written on this device. It asks once, since nothing brings it back. */
export function DiscardVerb({ title, note, onDiscard }: DiscardVerbProps) {
  const [isAsking, setIsAsking] = useState(false);
  return (
    <>
      <Button
        look="link"
        onPress={() => {
          setIsAsking(true);
        }}
      >
        不写了，删去
      </Button>
      {isAsking ? (
        <Dialog
          title={title}
          verb="删去"
          onClose={() => {
            setIsAsking(false);
          }}
          onConfirm={onDiscard}
        >
          {note}
        </Dialog>
      ) : null}
    </>
  );
}
