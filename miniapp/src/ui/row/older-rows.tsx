import { Button } from '../button/button';

interface OlderRowsProps {
  readonly hasMore: boolean;
  /** Where the shown rows end; undefined when there are none. */
  readonly end: string | undefined;
  readonly onOlder: (before: string) => void;
}

/** The way on to what is older than the last row, where there is more. */
export function OlderRows({ hasMore, end, onOlder }: OlderRowsProps) {
  if (!hasMore || end === undefined) return null;
  return (
    <Button
      look="link"
      onPress={() => {
        onOlder(end);
      }}
    >
      看更早的
    </Button>
  );
}
