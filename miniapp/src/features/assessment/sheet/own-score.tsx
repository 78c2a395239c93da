import type { SheetLine } from '@jiannuo/shared/assessment';
import { pointsText } from '@jiannuo/shared/scoring';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '../../../ui/button/button';
import { TextField } from '../../../ui/field/field';
import type { SheetBook } from './use-sheet';

/** Where a line's own number is typed. */
export function ownScoreId(line: SheetLine): string {
  return `own-score-${line}`;
}

interface OwnScoreProps {
  readonly book: SheetBook;
  readonly line: SheetLine;
}

/** Another number than the engine's, where the county disagrees. */
export function OwnScore({ book, line }: OwnScoreProps) {
  const typed = book.draft.scores[line];
  const [isOpen, setIsOpen] = useState(typed !== undefined);
  const outOf = book.points.lines.find((each) => each.line === line)?.outOf ?? '0';
  if (!isOpen) {
    return (
      <Button
        look="link"
        onPress={() => {
          setIsOpen(true);
        }}
      >
        不同意这个分，自己填
      </Button>
    );
  }
  return (
    <View className="below-3">
      <TextField
        id={ownScoreId(line)}
        label="自评分"
        initial={typed ?? ''}
        unit="分"
        placeholder="不填就按系统算的"
        error={book.wrongLines.includes(line) ? `请填0到${pointsText(outOf)}，最多两位小数。` : null}
        onType={(text) => {
          book.typeScore(line, text);
        }}
      />
      <Button
        look="link"
        onPress={() => {
          book.typeScore(line, '');
          setIsOpen(false);
        }}
      >
        还按系统算的
      </Button>
    </View>
  );
}
