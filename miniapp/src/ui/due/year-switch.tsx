import { View } from '@tarojs/components';
import { Button } from '../button/button';

interface YearSwitchProps {
  readonly view: Readonly<Record<'previousYear' | 'nextYear', number | null>>;
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
