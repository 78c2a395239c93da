import type { TicketAction, TicketView } from '@jiannuo/shared/supervision';
import { useState } from 'react';
import { now } from '../../../platform/clock';
import { openPage } from '../../../platform/navigation';
import { QUERY_KEYS } from '../../../platform/query/query-keys';
import { useWrite } from '../../../platform/query/use-write';
import { StepVerbs } from '../../../ui/bar/step-verbs';
import { StickyBar } from '../../../ui/bar/sticky-bar';
import type { SheetVerb } from '../../../ui/overlay/dialog';
import { showToast } from '../../../ui/overlay/toast';
import { stepTicket } from '../api/step-ticket.api';
import { StepSheet } from './step-sheet';
import { nextDue, ticketWords } from '../supervision-words';
import { offered, type StepForm } from './ticket-steps';

type Asking = { readonly action: TicketAction; readonly form: StepForm } | null;

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
  const verbOf = ([action, form]: (typeof steps)[number]): SheetVerb => ({
    label: form.verb,
    onPress: () => void take(action, form),
  });
  return (
    <StickyBar title={barWords(ticket)} {...(write.error === null ? {} : { note: write.error.sentence })}>
      <StepVerbs
        first={verbOf(first)}
        rest={rest.map(verbOf)}
        look={first[1].isQuiet ? 'plain' : 'primary'}
        isSending={write.isSending}
      />
      {asking === null ? null : (
        <StepSheet
          ticket={ticket}
          action={asking.action}
          form={asking.form}
          onClose={() => {
            setAsking(null);
          }}
        />
      )}
    </StickyBar>
  );
}
