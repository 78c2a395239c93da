import type { ScoredYearFrame } from '@jiannuo/shared/assessment';
import { View } from '@tarojs/components';
import { Button } from '../../ui/button/button';

interface YearSwitchProps {
  readonly view: Pick<ScoredYearFrame, 'previousYear' | 'nextYear'>;
  readonly onTurn: (year: number) => void;
}

/** Turns to the scored year before or after; nothing where there is none. */
export function YearSwitch({ view: { previousYear, nextYear }, onTurn }: YearSwitchProps) {
  const years = [previousYear, nextYear].filter((year): year is number => year !== null);
  if (years.length === 0) return null;
  return (
    <View className="row">
      {years.map((year) => (
        <Button
          key={year}
          look="link"
          onPress={() => {
            onTurn(year);
          }}
        >
          {`看${String(year)}年`}
        </Button>
      ))}
    </View>
  );
}
