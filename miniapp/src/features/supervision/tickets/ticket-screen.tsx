import { formatDayAndHour } from '@jiannuo/shared/kernel';
import type { MeView } from '@jiannuo/shared/people';
import { ruleOf, type TicketView, fieldTexts } from '@jiannuo/shared/supervision';
import { View } from '@tarojs/components';
import { now } from '../../../platform/clock';
import { useDisplay } from '../../../platform/device/display';
import { Card, GroupTitle } from '../../../ui/card/card';
import { Heading } from '../../../ui/heading/heading';
import { Confidential } from '../../../ui/record/confidential';
import { RecordFact, RecordText } from '../../../ui/record/record';
import { Screen } from '../../../ui/screen/screen';
import { Answered } from '../../../ui/state/state-view';
import { DueChip, StatusWord } from '../../../ui/status/status-word';
import { useTicket } from '../api/load-ticket.api';
import { AboutFact, AboutWay } from '../notices/about-line';
import { TicketCleared } from '../clues/cleared-note';
import { TicketShaken } from '../clues/reader-note';
import { NoticeChain } from '../notices/notice-chain';
import { PaperFold } from '../paper/notice-paper';
import '../supervision.scss';
import { lateWords, leadDue, nextDue, partWord, standsBefore, stateWords, ticketWords } from '../supervision-words';
import { TicketBar } from './ticket-bar';
import { TicketContacts } from './ticket-contacts';
import { AskedNote, BackNote } from './ticket-notes';
import { offered } from './ticket-steps';
import { TicketTimeline, WaitingAnswer } from './ticket-timeline';
import { useTicketPane } from './ticket-pane';
import { VoidedNote } from './voided-note';
import { factsInLine } from '../../../ui/ideographic-space';
import { EvidenceLines } from '../../../ui/report/evidence-lines';

/** Number, state, what it is about, and what is due next. */
function TicketHead({ ticket, isLead }: { readonly ticket: TicketView; readonly isLead: boolean }) {
  const { shape, text } = ticketWords(ticket);
  const due = (isLead ? leadDue : nextDue)(ticket, now());
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
      {standsBefore(ticket) ? (
        <View className="t-s c-ink-2 below-2">{`前一份已交，时间照旧；${asksWords(ticket, isLead)}`}</View>
      ) : null}
      {due === null ? null : (
        <View className="row row-wrap below-2">
          <DueChip due={due.chip} isFilled />
          <View className="t-s c-ink-2 gap-2">
            {isLead ? factsInLine(due.sentence, lateWords(ticket, now())) : due.sentence}
          </View>
        </View>
      )}
    </View>
  );
}

/** What there is still to do about a corrected text for which what came before stands. */
function asksWords({ state }: TicketView, isLead: boolean): string {
  const sign = state === 'to-sign' ? '签收并' : '';
  return isLead ? `等单位${sign}按更正后的要求反馈。` : `请${sign}核对更正后的要求，再写反馈。`;
}

function partiesOf({ parties, kind, answer, unitName: own }: TicketView): readonly (readonly [string, string])[] {
  const parts = ['main', 'co', 'copy'] as const;
  return parts.flatMap((part) => {
    const names = parties
      .filter((party) => party.part === part)
      .map(({ unitName, state }) => {
        return state === null || unitName === own ? unitName : `${unitName}（${stateWords(state)}）`;
      });
    return names.length === 0 ? [] : [[partWord(part, { kind, answer }), names.join('、')] as const];
  });
}

function Requirement({ ticket, isLead }: { readonly ticket: TicketView; readonly isLead: boolean }) {
  const texts = fieldTexts(ticket.kind, ticket.fields, { isIssued: true, spell: formatDayAndHour });
  return (
    <Card>
      {texts.flatMap(({ code, label, text }) =>
        text === '' ? [] : [<RecordText key={code} label={label} text={text} />],
      )}
      <RecordText label="要求" text={ticket.requirement} />
      <View className="record-facts">
        {partiesOf(ticket).map(([label, names]) => (
          <RecordFact key={label} label={label}>
            {names}
          </RecordFact>
        ))}
        <RecordFact label="依据">{ticket.clause}</RecordFact>
        {ticket.accused.length === 0 ? null : <RecordFact label="责任单位">{ticket.accused.join('、')}</RecordFact>}
        <AboutFact about={ticket.about} />
        {ticket.corrects === null ? null : (
          <RecordFact label="更正">{`代替${ticket.corrects.number}，以这一份为准`}</RecordFact>
        )}
        {ticket.handler === '' ? null : <RecordFact label="现由">{`${ticket.handler}办`}</RecordFact>}
      </View>
      <AboutWay about={ticket.about} isLead={isLead} />
      <EvidenceLines evidence={ticket.evidence} attachments={ticket.attachments} />
    </Card>
  );
}

interface TicketProps {
  readonly ticket: TicketView;
  readonly issuer: string;
  readonly isLead: boolean;
}

function Ticket({ ticket, issuer, isLead }: TicketProps) {
  return (
    <Confidential
      isConfidential={ticket.isConfidential}
      watermark={ticket.watermark}
      band="限知悉人员，不得转发和上传涉密内容"
      className="record"
    >
      <TicketHead ticket={ticket} isLead={isLead} />
      <VoidedNote ticket={ticket} />
      <TicketCleared ticket={ticket} />
      <TicketShaken ticket={ticket} isLead={isLead} />
      <BackNote ticket={ticket} />
      <AskedNote ticket={ticket} />
      {isLead ? <TicketContacts ticket={ticket} /> : null}
      {ticket.correctedBy === null ? null : (
        <Card>
          <View className="t-body">{`已另发更正，以${ticket.correctedBy.number}为准。`}</View>
        </Card>
      )}
      <Requirement ticket={ticket} isLead={isLead} />
      <WaitingAnswer ticket={ticket} />
      <PaperFold paper={ticket.paper} title="正式文本" />
      <NoticeChain
        chain={ticket.chain}
        circulars={ticket.circulars}
        since={ticket.since}
        asOf={ticket.issuedAt}
        isGathered={false}
      />
      <GroupTitle>办理过程</GroupTitle>
      <Card>
        <TicketTimeline ticket={ticket} issuer={issuer} />
      </Card>
    </Confidential>
  );
}

interface TicketScreenProps {
  readonly ticketId: string;
  readonly who: MeView['current'];
}

/** One ticket: what is required, how far it has come, and what may be done now. */
export function TicketScreen({ ticketId, who }: TicketScreenProps) {
  const { isWide } = useDisplay();
  const isLead = who.role === 'lead-officer';
  const { shownId, list } = useTicketPane(ticketId, isLead && isWide);
  const query = useTicket(shownId);
  const ticket = query.data;
  const hasBar = ticket !== undefined && offered(ticket.actions).length > 0;
  return (
    <Screen
      title={ticket === undefined ? '通知' : ruleOf(ticket.kind).title}
      section={isLead ? 'supervision/notices' : isWide ? 'supervision/tickets' : 'inbox'}
      offlineWords="没有发出去的，联网后请再办一次。"
      {...(list === null ? {} : { list })}
      {...(hasBar ? { bar: <TicketBar key={ticket.id} ticket={ticket} /> } : {})}
    >
      <Answered query={query}>
        {(view) => <Ticket ticket={view} issuer={isLead ? who.unit.name : '牵头单位'} isLead={isLead} />}
      </Answered>
    </Screen>
  );
}
