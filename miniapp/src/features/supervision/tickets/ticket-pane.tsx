import { formatWhole } from '@jiannuo/shared/kernel';
import type { TicketRow } from '@jiannuo/shared/supervision';
import { View } from '@tarojs/components';
import { useState, type ReactNode } from 'react';
import { now } from '../../../platform/clock';
import { PaneRow } from '../../../ui/row/pane-row';
import { DueChip, StatusWord } from '../../../ui/status/status-word';
import { useNotice } from '../api/load-notice.api';
import { useTicket } from '../api/load-ticket.api';
import { inTurn, leadDue, ticketWords } from '../supervision-words';

/** How many units stand there besides the one that is read. */
const SHOWN = 40;

/**
 * Beside a ticket on the lead unit's wide windows: the other units of the same notice, to go from one to the next. The
 * list is null where there is nobody else, and everywhere else. Whoever has to be turned to first stands first; of very
 * many, some.
 */
export function useTicketPane(
  ticketId: string,
  isWanted: boolean,
): { readonly shownId: string; readonly list: ReactNode } {
  const [shownId, show] = useState(ticketId);
  const first = useTicket(ticketId).data;
  const notice = useNotice(isWanted ? (first?.noticeId ?? null) : null).data;
  if (notice === undefined || notice.units.length < 2) return { shownId, list: null };
  const units = inTurn(notice.units, now());
  const rest = units.filter(({ id }, index) => index >= SHOWN && id !== shownId).length;
  return {
    shownId,
    list: (
      <>
        {units
          .filter(({ id }, index) => index < SHOWN || id === shownId)
          .map((ticket) => (
            <UnitRow
              key={ticket.id}
              ticket={ticket}
              isOpen={ticket.id === shownId}
              onOpen={() => {
                show(ticket.id);
              }}
            />
          ))}
        {rest === 0 ? null : (
          <View className="notice-group t-xs c-ink-2">{`还有${formatWhole(String(rest))}家，回通知里按名称找。`}</View>
        )}
      </>
    ),
  };
}

interface UnitRowProps {
  readonly ticket: TicketRow;
  readonly isOpen: boolean;
  readonly onOpen: () => void;
}

function UnitRow({ ticket, isOpen, onOpen }: UnitRowProps) {
  const { shape, text } = ticketWords(ticket);
  const due = leadDue(ticket, now());
  return (
    <PaneRow isOpen={isOpen} onOpen={onOpen}>
      <View className="row row-wrap between">
        <View className="t-s is-bold">{ticket.unitName}</View>
        <StatusWord shape={shape}>{text}</StatusWord>
      </View>
      {due === null ? null : (
        <View className="row row-wrap t-xs c-ink-2">
          <DueChip due={due.chip} />
          {due.sentence}
        </View>
      )}
    </PaneRow>
  );
}
