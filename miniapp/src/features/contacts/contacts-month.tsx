import { isUncontacted, type CoverageRow, type CoverageView } from '@jiannuo/shared/coordination';
import { beijingDate, formatDay, type Period } from '@jiannuo/shared/kernel';
import { View } from '@tarojs/components';
import { Card, GroupTitle } from '../../ui/card/card';
import { MonthSwitch } from '../../ui/due/month-switch';
import { Heading } from '../../ui/heading/heading';
import { Icon } from '../../ui/icon/icon';
import { factsInLine } from '../../ui/ideographic-space';
import { Pressable } from '../../ui/pressable/pressable';
import { Row } from '../../ui/row/row';
import { StatusWord } from '../../ui/status/status-word';
import { unitsWithDraft } from './contact-draft';
import { headlineOf, monthWords, neighboursOf, STANDING_SHAPES, unitsOfMonth, type UnitMonth } from './coverage-words';

/** One month of the year, and the way to another. */
export interface MonthProps {
  readonly view: CoverageView;
  readonly period: Period;
  readonly onTurn: (period: Period) => void;
}

interface ContactsMonthProps extends MonthProps {
  readonly onRecord: (unit: CoverageRow) => void;
  readonly onLog: (unit: CoverageRow) => void;
  readonly onSave: () => void;
}

function UnitRow({ unit, onRecord, onLog, isBegun }: Pick<ContactsMonthProps, 'onRecord' | 'onLog'> & RowFacts) {
  const { row, cell } = unit;
  const isLacking = isUncontacted(cell.standing);
  const words = monthWords(unit);
  return (
    <Row
      title={row.unitName}
      below={isBegun ? <StatusWord shape="doing">写了一半，点开接着写</StatusWord> : words}
      {...(isLacking ? { aside: <View className="t-body c-brand">记联络</View> } : {})}
      label={`${row.unitName}，${words}${isLacking ? '，记联络' : ''}`}
      onPress={() => {
        if (isLacking || isBegun) onRecord(row);
        else onLog(row);
      }}
    />
  );
}

interface RowFacts {
  readonly unit: UnitMonth;
  /** Whether something is written down for the unit and not yet noted. */
  readonly isBegun: boolean;
}

/** The month on a phone: the sentence, whom there is still to talk with, then the others. */
export function ContactsMonth({ view, period, onTurn, onRecord, onLog, onSave }: ContactsMonthProps) {
  const units = unitsOfMonth(view, period);
  const [previous, next] = neighboursOf(view, period);
  const begun = unitsWithDraft();
  const lacking = units.filter(({ cell }) => isUncontacted(cell.standing));
  const others = units.filter(({ cell }) => !isUncontacted(cell.standing));
  const rows = (some: readonly UnitMonth[]) => (
    <Card fit="rows">
      {some.map((unit) => (
        <UnitRow
          key={unit.row.unitId}
          unit={unit}
          isBegun={begun.has(unit.row.unitId)}
          onRecord={onRecord}
          onLog={onLog}
        />
      ))}
    </Card>
  );
  return (
    <>
      <View className="contact-head">
        <View className="t-s c-ink-2">{factsInLine(formatDay(beijingDate(view.serverNow)), '每月和每家至少一次')}</View>
        <View className="row between">
          <Heading level={2} className="t-1 grow">
            {headlineOf(view, period)}
          </Heading>
          <MonthSwitch previous={previous} next={next} onTurn={onTurn} />
        </View>
      </View>
      {lacking.length === 0 ? null : (
        <>
          <GroupTitle
            aside={
              <StatusWord shape={STANDING_SHAPES[lacking[0]?.cell.standing ?? 'open']}>
                {lacking[0]?.cell.standing === 'gap' ? '这个月过了' : '这个月还来得及'}
              </StatusWord>
            }
          >
            {`没联系的 ${String(lacking.length)}家`}
          </GroupTitle>
          {rows(lacking)}
        </>
      )}
      {others.length === 0 ? null : (
        <>
          <GroupTitle>{`${others[0]?.cell.standing === 'ahead' ? '要联系的' : '联系过的'} ${String(others.length)}家`}</GroupTitle>
          {rows(others)}
        </>
      )}
      <View className="contact-foot">
        <Pressable className="contact-verb t-s c-brand" onPress={onSave}>
          <Icon name="download" size="small" />
          <View className="gap-2">{`导出${String(view.year)}年沟通联络记录`}</View>
        </Pressable>
      </View>
    </>
  );
}
