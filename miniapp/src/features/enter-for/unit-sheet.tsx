import { View } from '@tarojs/components';
import { useState } from 'react';
import { TextField } from '../../ui/field/field';
import { Sheet } from '../../ui/overlay/dialog';
import { Row } from '../../ui/row/row';
import type { OpenUnit } from './open-things';

/** More units than this are found by typing a part of the name. */
const SHOWN = 60;

interface UnitSheetProps {
  readonly units: readonly OpenUnit[];
  readonly onChoose: (unit: OpenUnit) => void;
  readonly onClose: () => void;
}

/** Chooses for whom something is entered, among the units that owe something. */
export function UnitSheet({ units, onChoose, onClose }: UnitSheetProps) {
  const [asked, setAsked] = useState('');
  const found = units.filter(({ name }) => name.includes(asked.trim()));
  return (
    <Sheet title="替哪家录" onClose={onClose}>
      <TextField label="找单位" initial="" placeholder="写名字里的字" isLabelHidden onType={setAsked} />
      <View className="entry-units">
        {found.slice(0, SHOWN).map((unit) => (
          <Row
            key={unit.unitId}
            title={unit.name}
            isStrong={false}
            below={unit.things.map(({ title, isReturned }) => (isReturned ? `${title}，退回了` : title)).join('、')}
            onPress={() => {
              onChoose(unit);
            }}
          />
        ))}
        {found.length === 0 ? <View className="t-body c-ink-2 below-3">没有这样的单位，或者它都报了。</View> : null}
      </View>
    </Sheet>
  );
}
