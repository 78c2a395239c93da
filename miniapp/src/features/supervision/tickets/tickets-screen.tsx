import { formatDayAndHour } from '@jiannuo/shared/kernel';
import type { TicketListView, TicketRow } from '@jiannuo/shared/supervision';
import { useState } from 'react';
import { openPage } from '../../../platform/navigation';
import { Card, GroupTitle } from '../../../ui/card/card';
import { factsInLine } from '../../../ui/ideographic-space';
import { Row } from '../../../ui/row/row';
import { OlderRows } from '../../../ui/row/older-rows';
import { Screen } from '../../../ui/screen/screen';
import { Answered, StateView } from '../../../ui/state/state-view';
import { DueChip, StatusWord } from '../../../ui/status/status-word';
import { useTickets } from '../api/load-tickets.api';
import '../supervision.scss';
import { nextDue, standsBefore, ticketWords } from '../supervision-words';

const OVER: readonly TicketRow['state'][] = ['informed', 'finished', 'withdrawn'];

function TicketLine({ ticket, at }: { readonly ticket: TicketRow; readonly at: string }) {
  const due = nextDue(ticket, at);
  const { shape, text } = ticketWords(ticket);
  return (
    <Row
      title={ticket.title}
      isStrong={due !== null || standsBefore(ticket)}
      {...(due === null
        ? { aside: <StatusWord shape={shape}>{text}</StatusWord> }
        : {
            above: (
              <>
                <DueChip due={due.chip} />
                {due.sentence}
              </>
            ),
          })}
      below={factsInLine(
        ticket.number,
        ticket.heldAt === null ? '' : `${formatDayAndHour(ticket.heldAt)}约谈`,
        due === null ? '' : text,
        standsBefore(ticket) ? '前一份已交，请核对更正后的要求' : '',
        ticket.handler,
      )}
      onPress={() => {
        openPage('supervision/ticket', { id: ticket.id });
      }}
    />
  );
}

function Group({
  title,
  rows,
  at,
}: {
  readonly title: string;
  readonly rows: readonly TicketRow[];
  readonly at: string;
}) {
  if (rows.length === 0) return null;
  return (
    <>
      <GroupTitle>{title}</GroupTitle>
      <Card fit="rows">
        {rows.map((ticket) => (
          <TicketLine key={ticket.id} ticket={ticket} at={at} />
        ))}
      </Card>
    </>
  );
}

function Tickets({ view, onOlder }: { readonly view: TicketListView; readonly onOlder: (before: string) => void }) {
  const { rows, serverNow, hasMore } = view;
  const last = rows[rows.length - 1];
  if (last === undefined) {
    return <StateView icon="flag" title="没有发给您单位的通知" lines={['牵头单位发了，就排在这里。']} />;
  }
  return (
    <>
      <Group title="要办的" rows={rows.filter(({ state }) => !OVER.includes(state))} at={serverNow} />
      <Group title="办完的、知悉的" rows={rows.filter(({ state }) => OVER.includes(state))} at={serverNow} />
      <OlderRows hasMore={hasMore} end={last.issuedAt} onOlder={onOlder} />
    </>
  );
}

/** Everything the lead unit issued to the reader's own unit. */
export function TicketsScreen() {
  const [before, setBefore] = useState<string | null>(null);
  const query = useTickets(before);
  return (
    <Screen title="督办和提醒" section="supervision/tickets" isTopLevel>
      <Answered query={query}>{(view) => <Tickets view={view} onOlder={setBefore} />}</Answered>
    </Screen>
  );
}
