import { isUncontacted, type CoverageView } from '@jiannuo/shared/coordination';
import type { Period } from '@jiannuo/shared/kernel';
import { View } from '@tarojs/components';
import { FieldFrame } from '../../ui/field/field';
import { Icon } from '../../ui/icon/icon';
import { Pressable } from '../../ui/pressable/pressable';
import { unitsOfMonth } from './coverage-words';

interface UnitPickerProps {
  readonly view: CoverageView;
  readonly period: Period;
  readonly chosen: readonly string[];
  readonly error: string | null;
  readonly onChoose: (unitIds: readonly string[]) => void;
}

/** Whom a contact was with: a meeting is written down once for everybody who was there. */
export function UnitPicker({ view, period, chosen, error, onChoose }: UnitPickerProps) {
  const units = unitsOfMonth(view, period);
  const lacking = units.filter(({ cell }) => isUncontacted(cell.standing)).map(({ row }) => row.unitId);
  const isAllChosen = lacking.every((id) => chosen.includes(id));
  const toggle = (unitId: string) => {
    onChoose(chosen.includes(unitId) ? chosen.filter((id) => id !== unitId) : [...chosen, unitId]);
  };
  return (
    <FieldFrame label={`和哪几家，选了${String(chosen.length)}家`} error={error}>
      {lacking.length === 0 ? null : (
        <Pressable
          className="contact-verb t-s c-brand"
          onPress={() => {
            onChoose(isAllChosen ? [] : [...new Set([...chosen, ...lacking])]);
          }}
        >
          {isAllChosen ? '都不选' : `选上没联系的${String(lacking.length)}家`}
        </Pressable>
      )}
      <View className="contact-picks">
        {units.map(({ row, cell }) => (
          <Pressable
            key={row.unitId}
            role="checkbox"
            isSelected={chosen.includes(row.unitId)}
            className="contact-pick"
            label={row.unitName}
            onPress={() => {
              toggle(row.unitId);
            }}
          >
            <View className={`tick-box ${chosen.includes(row.unitId) ? 'is-ticked' : ''}`}>
              {chosen.includes(row.unitId) ? <Icon name="check" size="small" /> : null}
            </View>
            <View className="grow t-body gap-3">{row.unitName}</View>
            {isUncontacted(cell.standing) ? null : <View className="t-s c-ink-2">联系过</View>}
          </Pressable>
        ))}
      </View>
    </FieldFrame>
  );
}
