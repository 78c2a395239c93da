import { dueDayAndHour, formatDate, formatDue, formatPeriod } from '@jiannuo/shared/kernel';
import {
  ruleOf,
  type LinkChoice,
  type NoticeContent,
  type NoticeKind,
  type NoticeLink,
} from '@jiannuo/shared/supervision';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { now } from '../../../platform/clock';
import { Button } from '../../../ui/button/button';
import { ChoiceBox } from '../../../ui/field/choice-field';
import { FieldFrame, TextField } from '../../../ui/field/field';
import { useRested } from '../../../ui/field/use-rested';
import { factsInLine } from '../../../ui/ideographic-space';
import { Sheet } from '../../../ui/overlay/dialog';
import { Row } from '../../../ui/row/row';
import { Answered } from '../../../ui/state/state-view';
import { useLinkChoices } from '../api/load-links.api';
import { LINK_WORDS } from '../supervision-words';

const LABEL = '关联事项，可以不选';

interface LinkProps {
  readonly kind: NoticeKind;
  readonly content: NoticeContent;
  readonly onChange: (change: (before: NoticeContent) => NoticeContent) => void;
}

/** 关联事项: what a unit owes, a measure of the ledger or a matter, looked for by number, title or unit. */
export function LinkField({ kind, content, onChange }: LinkProps) {
  const [isOpen, setIsOpen] = useState(false);
  const choose = (link: NoticeLink | null) => {
    onChange((before) => linkedTo(kind, before, link));
    setIsOpen(false);
  };
  const words = content.link === null ? '选关联的台账、月报或者事项' : linkWords(content.link);
  return (
    <FieldFrame label={LABEL} note={noteFor(kind, content)}>
      <ChoiceBox
        label={LABEL}
        words={words}
        onPress={() => {
          setIsOpen(true);
        }}
      />
      {isOpen ? (
        <LinkSheet
          units={unitsOf(kind, content)}
          isLinked={content.link !== null}
          onChoose={choose}
          onClose={() => {
            setIsOpen(false);
          }}
        />
      ) : null}
    </FieldFrame>
  );
}

function unitsOf(kind: NoticeKind, { addressees, accusedIds = [] }: NoticeContent): readonly string[] {
  if (ruleOf(kind).accuses === true) return accusedIds;
  return addressees.filter(({ part }) => part !== 'copy').map(({ unitId }) => unitId);
}

/** Linked to one unit's record where nobody is chosen yet, a notice goes to that unit. What a clue rests on is gathered anew. */
function linkedTo(kind: NoticeKind, before: NoticeContent, link: NoticeLink | null): NoticeContent {
  const unitId = link?.name?.unitId ?? null;
  if (ruleOf(kind).accuses === true) {
    const { accusedIds = [] } = before;
    const accused = accusedIds.length === 0 && unitId !== null ? [unitId] : accusedIds;
    return { ...before, link, accusedIds: accused, earlierId: null, dossier: null };
  }
  const isFirst = before.addressees.length === 0 && unitId !== null;
  return { ...before, link, addressees: isFirst ? [{ unitId, part: 'main' }] : before.addressees };
}

function linkWords({ kind, name }: NoticeLink): string {
  return name === undefined ? LINK_WORDS[kind] : factsInLine(name.unitName, name.title);
}

function noteFor(kind: NoticeKind, { link, addressees }: NoticeContent): string {
  const name = link?.name;
  if (ruleOf(kind).accuses === true) return '关联了，这家在同一件事上收到过的通知自动归集。';
  const isShared = addressees.length > 1;
  if (name?.unitId != null && isShared) return `只关联${name.unitName}，别家看不到。`;
  return '关联了，前后的通知自动归到一起，单位打开就能看到。';
}

interface SheetProps {
  readonly units: readonly string[];
  readonly isLinked: boolean;
  readonly onChoose: (link: NoticeLink | null) => void;
  readonly onClose: () => void;
}

function LinkSheet({ units, isLinked, onChoose, onClose }: SheetProps) {
  const [find, setFind] = useState('');
  const [measure, setMeasure] = useState<LinkChoice | null>(null);
  const query = useLinkChoices(units, useRested(find));
  if (measure !== null) {
    return <MonthSheet measure={measure} onChoose={onChoose} onClose={onClose} />;
  }
  const press = (choice: LinkChoice) => {
    if (choice.periods.length > 0) setMeasure(choice);
    else onChoose(linkTo(choice));
  };
  return (
    <Sheet title="关联事项" onClose={onClose}>
      <TextField
        label="找什么"
        isLabelHidden
        initial=""
        placeholder={units.length === 0 ? '编号、名称或者单位' : '编号或者名称'}
        onType={setFind}
      />
      {isLinked ? (
        <Button
          look="link"
          onPress={() => {
            onChoose(null);
          }}
        >
          不关联
        </Button>
      ) : null}
      <Answered query={query}>{({ rows }) => <Choices rows={rows} onPress={press} />}</Answered>
    </Sheet>
  );
}

interface ChoicesProps {
  readonly rows: readonly LinkChoice[];
  readonly onPress: (choice: LinkChoice) => void;
}

function Choices({ rows, onPress }: ChoicesProps) {
  if (rows.length === 0) return <View className="t-s c-ink-2 link-empty">没有找到，换个名称再找。</View>;
  return (
    <View className="link-rows">
      {rows.map((choice) => (
        <Row
          key={`${choice.kind}${choice.id}`}
          title={choice.title}
          isStrong={false}
          below={factsInLine(kindWords(choice), choice.unitName, dueWords(choice))}
          onPress={() => {
            onPress(choice);
          }}
        />
      ))}
    </View>
  );
}

function kindWords({ kind, number }: LinkChoice): string {
  return number === null ? LINK_WORDS[kind] : `${LINK_WORDS[kind]}${String(number)}号`;
}

function dueWords({ dueAt, isMet }: LinkChoice): string {
  if (dueAt === null) return '';
  if (isMet) return `${formatDate(dueDayAndHour(dueAt).date, now())}到期，已交`;
  return dueAt <= now() ? `${formatDue(dueAt, now())}，还没交` : formatDue(dueAt, now());
}

interface MonthProps extends Pick<SheetProps, 'onChoose' | 'onClose'> {
  readonly measure: LinkChoice;
}

/** A measure runs over months: which one it is about, or all of it. */
function MonthSheet({ measure, onChoose, onClose }: MonthProps) {
  const whole = {
    label: '整项任务',
    onPress: () => {
      onChoose(linkTo(measure));
    },
  };
  const months = measure.periods.map((period) => ({
    label: formatPeriod(period),
    onPress: () => {
      onChoose({ ...linkTo({ ...measure, title: `${formatPeriod(period)}${measure.title}` }), period });
    },
  }));
  return <Sheet title={`${measure.title}，哪个月`} onClose={onClose} verbs={[whole, ...months]} />;
}

function linkTo({ kind, id, title, unitId, unitName }: LinkChoice): NoticeLink {
  return { kind, id, name: { title, unitId, unitName } };
}
