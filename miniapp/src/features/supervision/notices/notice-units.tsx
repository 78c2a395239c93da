import { formatWhole } from '@jiannuo/shared/kernel';
import { progressWords, type NoticeView, type TicketRow } from '@jiannuo/shared/supervision';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { now } from '../../../platform/clock';
import { openPage } from '../../../platform/navigation';
import { Button } from '../../../ui/button/button';
import { Card, Footnote, GroupTitle } from '../../../ui/card/card';
import { Choice } from '../../../ui/field/choice';
import { TextField } from '../../../ui/field/field';
import { factsInLine } from '../../../ui/ideographic-space';
import { Row } from '../../../ui/row/row';
import { DueChip, StatusWord } from '../../../ui/status/status-word';
import {
  inTurn,
  lateWords,
  leadDue,
  namesInLine,
  openedWords,
  PART_WORDS,
  standsBefore,
  ticketWords,
} from '../supervision-words';
import { ALL_UNITS, unitGroups, unitsIn } from './unit-groups';

/** How many units stand there at first, and how many more each tap shows. */
const AT_ONCE = 40;

function UnitRow({ ticket }: { readonly ticket: TicketRow }) {
  const { shape, text } = ticketWords(ticket);
  const due = leadDue(ticket, now());
  return (
    <Row
      title={ticket.unitName}
      isStrong={ticket.state === 'answered' || ticket.isExtensionAsked}
      below={
        <>
          {due === null ? null : <DueChip due={due.chip} />}
          <View className="unit-facts">
            {factsInLine(
              ticket.part === 'main' ? '' : PART_WORDS[ticket.part],
              due?.sentence ?? '',
              lateWords(ticket, now()),
              ticket.isExtensionAsked ? '申请延期，等您答复' : '',
              standsBefore(ticket) ? '前一份已交，时间照旧' : '',
              openedWords(ticket, now()),
            )}
          </View>
        </>
      }
      aside={<StatusWord shape={shape}>{text}</StatusWord>}
      onPress={() => {
        openPage('supervision/ticket', { id: ticket.id });
      }}
    />
  );
}

interface NarrowProps {
  readonly units: readonly TicketRow[];
  readonly group: string;
  readonly onGroup: (group: string) => void;
  readonly onFind: (find: string) => void;
}

/** Of very many units: those that stand alike, and one by its name. */
function Narrow({ units, group, onGroup, onFind }: NarrowProps) {
  const options = unitGroups(units, now()).map(({ name, count }) => ({
    value: name,
    label: `${name} ${formatWhole(String(count))}`,
  }));
  return (
    <View className="units-narrow">
      <Choice label="看哪些" isLabelHidden options={options} value={group} onChoose={onGroup} />
      <TextField label="找单位" isLabelHidden placeholder="写名称找单位" initial="" onType={onFind} />
    </View>
  );
}

/** How far each unit has come with an issued notice: whoever the lead unit has to turn to first; of very many, some at once. */
export function NoticeUnits({ notice: { units, tickets, answer, withoutOfficer } }: { readonly notice: NoticeView }) {
  const [shown, setShown] = useState(AT_ONCE);
  const [group, setGroup] = useState(ALL_UNITS);
  const [find, setFind] = useState('');
  if (units.length === 0) return null;
  const found = inTurn(unitsIn(units, { group, find }, now()), now());
  const rest = found.length - shown;
  return (
    <>
      <GroupTitle>{factsInLine('办理情况', progressWords(tickets, answer))}</GroupTitle>
      {units.length > AT_ONCE ? (
        <Narrow
          units={units}
          group={group}
          onGroup={(name) => {
            setGroup(name);
            setShown(AT_ONCE);
          }}
          onFind={(words) => {
            setFind(words);
            setShown(AT_ONCE);
          }}
        />
      ) : null}
      {found.length === 0 ? (
        <Footnote>没有这样的单位，换一类或者换个字再找。</Footnote>
      ) : (
        <Card fit="rows">
          {found.slice(0, shown).map((ticket) => (
            <UnitRow key={ticket.id} ticket={ticket} />
          ))}
        </Card>
      )}
      {rest <= 0 ? null : (
        <Button
          look="link"
          onPress={() => {
            setShown(shown + AT_ONCE);
          }}
        >
          {`再看${String(Math.min(rest, AT_ONCE))}家，还有${formatWhole(String(rest))}家`}
        </Button>
      )}
      {withoutOfficer.length === 0 ? null : (
        <Footnote>{`${namesInLine(withoutOfficer)}没有联络员，收不到提醒，请打电话。`}</Footnote>
      )}
    </>
  );
}
