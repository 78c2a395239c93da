import { formatWhole } from '@jiannuo/shared/kernel';
import type { AppointmentView, UnitKind } from '@jiannuo/shared/people';
import { PARTS, ruleOf, type NoticeContent, type NoticeKind, type Part } from '@jiannuo/shared/supervision';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '../../../ui/button/button';
import { Choice } from '../../../ui/field/choice';
import { FieldFrame } from '../../../ui/field/field';
import { Found } from '../../../ui/field/found';
import { PickBox } from '../../../ui/record/record';
import { partWord } from '../supervision-words';

interface UnitsProps {
  readonly kind: NoticeKind;
  readonly content: NoticeContent;
  readonly people: readonly AppointmentView[];
  readonly onChange: (change: (before: NoticeContent) => NoticeContent) => void;
}

/** Units that are chosen together, by their kind. */
const TOGETHER: readonly { readonly label: string; readonly kinds: readonly UnitKind[] }[] = [
  { label: '全选', kinds: ['county', 'zone', 'department'] },
  { label: '县（市、区）', kinds: ['county', 'zone'] },
  { label: '市直部门', kinds: ['department'] },
];

/** 发给谁: first as what, then which units, one by one or a whole kind of them. */
export function UnitsField({ kind, content, people, onChange }: UnitsProps) {
  const { unitKinds, isConfidential } = ruleOf(kind);
  const [part, setPart] = useState<Part>('main');
  const units = [...new Map(people.map(({ unit }) => [unit.id, unit])).values()];
  const offered = units.filter((unit) => unitKinds.includes(unit.kind));
  const partOf = (unitId: string) => content.addressees.find((each) => each.unitId === unitId)?.part;
  const set = (unitIds: readonly string[], next: Part | null) => {
    onChange((before) => {
      const others = before.addressees.filter(({ unitId }) => !unitIds.includes(unitId));
      const chosen = next === null ? [] : unitIds.map((unitId) => ({ unitId, part: next }));
      return { ...before, addressees: [...others, ...chosen] };
    });
  };
  const wordOf = (each: Part) => partWord(each, { kind, answer: content.answer });
  return (
    <FieldFrame
      label={`发给谁，选了${formatWhole(String(content.addressees.length))}家`}
      {...(isConfidential ? { note: secretNote(kind) } : {})}
    >
      {isConfidential ? null : (
        <>
          <Choice
            label="作为"
            isLabelHidden
            options={PARTS.map((value) => ({ value, label: wordOf(value) }))}
            value={part}
            onChoose={setPart}
          />
          <View className="units-together row row-wrap">
            {TOGETHER.map(({ label, kinds }) => (
              <Button
                key={label}
                look="link"
                onPress={() => {
                  const free = offered.filter((unit) => kinds.includes(unit.kind) && partOf(unit.id) === undefined);
                  set(
                    free.map(({ id }) => id),
                    part,
                  );
                }}
              >
                {label}
              </Button>
            ))}
            <Button
              look="link"
              onPress={() => {
                onChange((before) => ({ ...before, addressees: [] }));
              }}
            >
              都不选
            </Button>
          </View>
        </>
      )}
      <Found items={offered} nameOf={({ name }) => name} counter="家">
        {(found) => (
          <View className="record-picks">
            {found.map(({ id, name }) => {
              const chosen = partOf(id);
              return (
                <PickBox
                  key={id}
                  name={name}
                  aside={chosen === undefined || isConfidential ? '' : wordOf(chosen)}
                  isChosen={chosen !== undefined}
                  onPress={() => {
                    set([id], chosen === part ? null : part);
                  }}
                />
              );
            })}
          </View>
        )}
      </Found>
      {offered.length === 0 ? <View className="t-s c-ink-2">还没登记能收这种通知的单位。</View> : null}
    </FieldFrame>
  );
}

function secretNote(kind: NoticeKind): string {
  return kind === 'clue' ? '只报给督导考评问责专班。' : '只发给要落实批示的单位，不抄送。每家各有一份。';
}
