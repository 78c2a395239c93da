import type { AppointmentView } from '@jiannuo/shared/people';
import { ACCUSED_KINDS, type NoticeContent } from '@jiannuo/shared/supervision';
import { View } from '@tarojs/components';
import { FieldFrame } from '../../../ui/field/field';
import { Found } from '../../../ui/field/found';
import { PickBox } from '../../../ui/record/record';

interface AccusedProps {
  readonly content: NoticeContent;
  readonly people: readonly AppointmentView[];
  readonly onChange: (change: (before: NoticeContent) => NoticeContent) => void;
}

/** 责任单位: the units that a clue is about. Whoever is named beside, is named in the words below. */
export function AccusedField({ content, people, onChange }: AccusedProps) {
  const { accusedIds = [] } = content;
  const units = [...new Map(people.map(({ unit }) => [unit.id, unit])).values()];
  const offered = units.filter(({ kind }) => ACCUSED_KINDS.includes(kind));
  return (
    <FieldFrame label={`责任单位，选了${String(accusedIds.length)}家`} note="只有知悉人看得到，不会告诉责任单位。">
      <Found items={offered} nameOf={({ name }) => name} counter="家">
        {(found) => (
          <View className="record-picks">
            {found.map(({ id, name }) => {
              const isChosen = accusedIds.includes(id);
              return (
                <PickBox
                  key={id}
                  name={name}
                  isChosen={isChosen}
                  onPress={() => {
                    onChange(({ accusedIds: before = [], ...rest }) => {
                      const others = before.filter((each) => each !== id);
                      const next = isChosen ? others : [...others, id];
                      return { ...rest, accusedIds: next, earlierId: null, dossier: null };
                    });
                  }}
                />
              );
            })}
          </View>
        )}
      </Found>
    </FieldFrame>
  );
}
