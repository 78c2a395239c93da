import type { AppointmentView } from '@jiannuo/shared/people';
import type { NoticeContent } from '@jiannuo/shared/supervision';
import { View } from '@tarojs/components';
import { FieldFrame } from '../../../ui/field/field';
import { PickBox } from '../../../ui/record/record';

interface ReadersProps {
  readonly content: NoticeContent;
  readonly people: readonly AppointmentView[];
  readonly onChange: (change: (before: NoticeContent) => NoticeContent) => void;
}

/** 哪些人知悉: officers of the lead unit, and people of the units addressed. */
export function ReadersField({ content, people, onChange }: ReadersProps) {
  const units = content.addressees.map(({ unitId }) => unitId);
  const offered = people.filter(({ role, unit }) => role === 'lead-officer' || units.includes(unit.id));
  const gone = content.readerIds.filter((id) => !people.some((each) => each.id === id));
  return (
    <FieldFrame label="哪些人知悉" note="起草人算在内。要有另一位经办人核对，也要有收件单位的联络员。">
      <View className="record-picks">
        {gone.length === 0 || people.length === 0 ? null : (
          <PickBox
            name={`已不在岗的${String(gone.length)}人，请去掉`}
            isChosen
            onPress={() => {
              onChange((before) => {
                return { ...before, readerIds: before.readerIds.filter((id) => !gone.includes(id)) };
              });
            }}
          />
        )}
        {offered.map(({ id, personName }) => (
          <PickBox
            key={id}
            name={personName}
            isChosen={content.readerIds.includes(id)}
            onPress={() => {
              onChange((before) => {
                const isIn = before.readerIds.includes(id);
                const readerIds = isIn ? before.readerIds.filter((each) => each !== id) : [...before.readerIds, id];
                return { ...before, readerIds };
              });
            }}
          />
        ))}
      </View>
    </FieldFrame>
  );
}
