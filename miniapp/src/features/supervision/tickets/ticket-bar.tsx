import type { TicketAction, TicketView } from '@jiannuo/shared/supervision';
import { useState } from 'react';
import { now } from '../../../platform/clock';
import { openPage } from '../../../platform/navigation';
import { QUERY_KEYS } from '../../../platform/query/query-keys';
import { useWrite } from '../../../platform/query/use-write';
import { StickyBar } from '../../../ui/bar/sticky-bar';
import { Button } from '../../../ui/button/button';
import { Sheet } from '../../../ui/overlay/dialog';
import { showToast } from '../../../ui/overlay/toast';
import { stepTicket } from '../api/step-ticket.api';
import { StepSheet } from '../notices/step-sheet';
import { nextDue, ticketWords } from '../supervision-words';
import { offered, type StepForm } from './ticket-steps';

type Asking = { readonly action: TicketAction; readonly form: StepForm } | 'more' | null;

function asksSomething({ text, asks, hint }: StepForm): boolean {
  return [text, asks, hint].some((each) => each !== undefined);
}

function barWords(ticket: TicketView): string {
  if (ticket.isExtensionAsked) return '申请了延期，等答复';
  return nextDue(ticket, now())?.chip.text ?? ticketWords(ticket).text;
}

/** What may be done now: the likeliest as button, the rest under 更多. */
export function TicketBar({ ticket }: { readonly ticket: TicketView }) {
  const write = useWrite(QUERY_KEYS.supervision, QUERY_KEYS.obligations, QUERY_KEYS.inbox);
  const [asking, setAsking] = useState<Asking>(null);
  const steps = offered(ticket.actions);
  const [first, ...rest] = steps;
  if (first === undefined) return null;
  const take = async (action: TicketAction, form: StepForm) => {
    if (action === 'answer') openPage('supervision/answer', { id: ticket.id });
    else if (asksSomething(form)) setAsking({ action, form });
    else if ((await write.run({ action }, (key) => stepTicket(ticket.id, { action }, key))) !== null)
      showToast(form.done);
  };
  return (
    <StickyBar title={barWords(ticket)} {...(write.error === null ? {} : { note: write.error.sentence })}>
      {rest.length === 0 ? null : (
        <Button
          look="plain"
          onPress={() => {
            setAsking('more');
          }}
        >
          更多
        </Button>
      )}
      <Button look={first[1].isQuiet ? 'plain' : 'primary'} onPress={() => void take(...first)}>
        {write.isSending ? '正在办' : first[1].verb}
      </Button>
      {asking === 'more' ? (
        <Sheet
          title="还能办"
          onClose={() => {
            setAsking(null);
          }}
          verbs={rest.map(([action, form]) => ({
            label: form.verb,
            keepsOpen: true,
            onPress: () => void take(action, form),
          }))}
        />
      ) : null}
      {asking !== null && asking !== 'more' ? (
        <StepSheet
          ticket={ticket}
          action={asking.action}
          form={asking.form}
          onClose={() => {
            setAsking(null);
          }}
        />
      ) : null}
    </StickyBar>
  );
}
