import type { MeView } from '@jiannuo/shared/people';
import { ruleOf, type TicketAction, type TicketView } from '@jiannuo/shared/supervision';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { now } from '../../platform/clock';
import { useDisplay } from '../../platform/device/display';
import { openPage } from '../../platform/navigation';
import { QUERY_KEYS } from '../../platform/query/query-keys';
import { useWrite } from '../../platform/query/use-write';
import { StickyBar } from '../../ui/bar/sticky-bar';
import { Button } from '../../ui/button/button';
import { Card, GroupTitle } from '../../ui/card/card';
import { Heading } from '../../ui/heading/heading';
import { Sheet } from '../../ui/overlay/dialog';
import { showToast } from '../../ui/overlay/toast';
import { RecordFact, RecordText, SecretBand } from '../../ui/record/record';
import { Screen } from '../../ui/screen/screen';
import { Answered } from '../../ui/state/state-view';
import { DueChip, StatusWord } from '../../ui/status/status-word';
import { useTicket } from './api/load-ticket.api';
import { stepTicket } from './api/step-ticket.api';
import { NoticeChain } from './notice-chain';
import { StepSheet } from './step-sheet';
import './supervision.scss';
import { nextDue, PART_WORDS, ticketWords } from './supervision-words';
import { offered, type StepForm } from './ticket-steps';
import { EvidenceLines, TicketTimeline } from './ticket-timeline';
import { Watermark } from '../../ui/record/watermark';

/** Number, state, what it is about, and what is due next. */
export function TicketHead({ ticket }: { readonly ticket: TicketView }) {
  const { shape, text } = ticketWords(ticket.state);
  const due = nextDue(ticket, now());
  return (
    <View className="record-head">
      <View className="row row-wrap between">
        <View className="t-s c-ink-2">{ticket.number}</View>
        <StatusWord shape={shape} isBold>
          {text}
        </StatusWord>
      </View>
      <Heading level={2} className="t-1 below-1">
        {ticket.title}
      </Heading>
      {due === null ? null : (
        <View className="row row-wrap below-2">
          <DueChip due={due.chip} isFilled />
          <View className="t-s c-ink-2 gap-2">{due.sentence}</View>
        </View>
      )}
    </View>
  );
}

function partiesOf({ parties }: TicketView): readonly (readonly [string, string])[] {
  const parts = ['main', 'co', 'copy'] as const;
  return parts.flatMap((part) => {
    const names = parties.filter((party) => party.part === part).map(({ unitName }) => unitName);
    return names.length === 0 ? [] : [[PART_WORDS[part], names.join('、')] as const];
  });
}

function Requirement({ ticket }: { readonly ticket: TicketView }) {
  const { fields } = ruleOf(ticket.kind);
  return (
    <Card>
      {fields.flatMap(({ code, label }) => {
        const text = ticket.fields[code];
        return text === undefined ? [] : [<RecordText key={code} label={label} text={text} />];
      })}
      <RecordText label="要求" text={ticket.requirement} />
      <View className="record-facts">
        {partiesOf(ticket).map(([label, names]) => (
          <RecordFact key={label} label={label}>
            {names}
          </RecordFact>
        ))}
        <RecordFact label="依据">{ticket.clause}</RecordFact>
        {ticket.handler === '' ? null : <RecordFact label="现由">{`${ticket.handler}办`}</RecordFact>}
      </View>
      <EvidenceLines evidence={ticket.evidence} attachments={ticket.attachments} />
    </Card>
  );
}

type Asking = { readonly action: TicketAction; readonly form: StepForm } | 'more' | null;

function asksSomething({ text, asks, hint }: StepForm): boolean {
  return [text, asks, hint].some((each) => each !== undefined);
}

function barWords(ticket: TicketView): string {
  if (ticket.isExtensionAsked) return '申请了延期，等答复';
  return nextDue(ticket, now())?.chip.text ?? ticketWords(ticket.state).text;
}

/** What may be done now: the likeliest as button, the rest under 更多. */
function TicketBar({ ticket }: { readonly ticket: TicketView }) {
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
      <Button onPress={() => void take(...first)}>{write.isSending ? '正在办' : first[1].verb}</Button>
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
          ticketId={ticket.id}
          action={asking.action}
          form={asking.form}
          dueAt={ticket.answerDueAt}
          onClose={() => {
            setAsking(null);
          }}
        />
      ) : null}
    </StickyBar>
  );
}

function Ticket({ ticket, issuer }: { readonly ticket: TicketView; readonly issuer: string }) {
  return (
    <View className={`record ${ticket.isConfidential ? 'is-confidential' : ''}`}>
      <Watermark words={ticket.watermark} />
      {ticket.isConfidential ? <SecretBand words="限知悉人员，不得转发和上传涉密内容" /> : null}
      <TicketHead ticket={ticket} />
      {ticket.correctedBy === null ? null : (
        <Card>
          <View className="t-body">{`已另发更正，以${ticket.correctedBy.number}为准。`}</View>
        </Card>
      )}
      <Requirement ticket={ticket} />
      <NoticeChain chain={ticket.chain} />
      <GroupTitle>办理过程</GroupTitle>
      <Card>
        <TicketTimeline ticket={ticket} issuer={issuer} />
      </Card>
    </View>
  );
}

interface TicketScreenProps {
  readonly ticketId: string;
  readonly who: MeView['current'];
}

/** One ticket: what is required, how far it has come, and what may be done now. */
export function TicketScreen({ ticketId, who }: TicketScreenProps) {
  const query = useTicket(ticketId);
  const { isWide } = useDisplay();
  const ticket = query.data;
  const isLead = who.role === 'lead-officer';
  const hasBar = ticket !== undefined && offered(ticket.actions).length > 0;
  return (
    <Screen
      title={ticket === undefined ? '通知' : ruleOf(ticket.kind).title}
      section={isLead ? 'supervision/notices' : isWide ? 'supervision/tickets' : 'inbox'}
      {...(hasBar ? { bar: <TicketBar ticket={ticket} /> } : {})}
    >
      <Answered query={query}>
        {(view) => <Ticket ticket={view} issuer={isLead ? who.unit.name : '牵头单位'} />}
      </Answered>
    </Screen>
  );
}
