import { View } from '@tarojs/components';
import { useState } from 'react';
import { Choice } from '../../ui/field/choice';
import { FieldFrame } from '../../ui/field/field';
import { Icon } from '../../ui/icon/icon';
import { Pressable } from '../../ui/pressable/pressable';
import type { OpenThing, OpenUnit } from './open-things';
import { UnitSheet } from './unit-sheet';

interface EntryChoiceProps {
  readonly units: readonly OpenUnit[];
  readonly unit: OpenUnit | null;
  readonly thing: OpenThing | null;
  readonly onChoose: (thing: OpenThing) => void;
}

function UnitBox({ unit, onPress }: Pick<EntryChoiceProps, 'unit'> & { readonly onPress: () => void }) {
  return (
    <FieldFrame label="替哪家录">
      <Pressable className="field-box" label={unit === null ? '选单位' : `替${unit.name}录，换一家`} onPress={onPress}>
        <View className={`grow t-body ${unit === null ? 'c-ink-3' : ''}`}>{unit?.name ?? '选单位'}</View>
        <Icon name="down" size="small" className="c-ink-2" />
      </Pressable>
    </FieldFrame>
  );
}

function ThingBox({ unit, thing, onChoose }: Omit<EntryChoiceProps, 'units'>) {
  if (unit === null || unit.things.length < 2) {
    return (
      <FieldFrame label="什么事">
        <View className="field-box entry-thing">
          <View className="grow t-body">{thing?.title ?? ''}</View>
          <View className="t-s c-ink-2">{thing?.standing ?? '先选单位'}</View>
        </View>
      </FieldFrame>
    );
  }
  return (
    <Choice
      label="什么事"
      options={unit.things.map(({ obligationId, title }) => ({ value: obligationId, label: title }))}
      value={thing?.obligationId ?? null}
      onChoose={(obligationId) => {
        const chosen = unit.things.find((each) => each.obligationId === obligationId);
        if (chosen !== undefined) onChoose(chosen);
      }}
    />
  );
}

/** For whom, and for what. A unit with one open thing needs no second choice. */
export function EntryChoice(props: EntryChoiceProps) {
  const { units, onChoose } = props;
  const [isChoosing, setIsChoosing] = useState(false);
  const close = () => {
    setIsChoosing(false);
  };
  return (
    <View className="entry-pair">
      <View className="grow">
        <UnitBox
          unit={props.unit}
          onPress={() => {
            setIsChoosing(true);
          }}
        />
      </View>
      <View className="grow entry-second">
        <ThingBox {...props} />
      </View>
      {isChoosing ? (
        <UnitSheet
          units={units}
          onClose={close}
          onChoose={({ things }) => {
            close();
            const [first] = things;
            if (first !== undefined) onChoose(first);
          }}
        />
      ) : null}
    </View>
  );
}
