import { Injectable, type OnModuleInit } from '@nestjs/common';
import { formatDue, remaining, type Instant } from '@jiannuo/shared/kernel';
import { Clock } from '../../platform/clock';
import { SubjectKinds, type Letter, type MessageFacts, type SubjectKind } from '../../platform/notifications';
import { GroupYears, ObligationQueries } from '../obligations';
import { AskedRequests } from './asked-requests';
import { OBLIGATION_SUBJECT } from './reminder.orders';

/** The page that a tap on a message opens; opening the notice there is the receipt. */
const NOTICE_PAGE = 'pages/notice/index';
const HOME_PAGE = 'pages/home/index';

/** Tells the courier about obligations: which are still owed, when their group is at work, and what to write. */
@Injectable()
export class ObligationSubject implements SubjectKind, OnModuleInit {
  constructor(
    private readonly kinds: SubjectKinds,
    private readonly obligations: ObligationQueries,
    private readonly years: GroupYears,
    private readonly clock: Clock,
    private readonly asked: AskedRequests,
  ) {}

  onModuleInit(): void {
    this.kinds.register(OBLIGATION_SUBJECT, this);
  }

  /** What is owed and still taken. Nobody is sent word of what waits for the lead unit's own answer; the inbox says so. */
  async stillWanted(groupId: string, ids: readonly string[]): Promise<ReadonlySet<string>> {
    if (ids.length === 0) return new Set();
    const now = this.clock.now();
    const owed = await this.obligations.stillOwed({ groupId, unitId: null }, ids);
    const sheltered = await this.asked.sheltered(owed, now);
    const open = owed.filter(({ id, closesAt }) => !sheltered.has(id) && (closesAt === null || closesAt > now));
    return new Set(open.map(({ id }) => id));
  }

  nextSendingAt(groupId: string, now: Instant): Promise<Instant> {
    return this.years.nextSendingAt(groupId, now);
  }

  write(letter: Letter): { readonly facts: MessageFacts; readonly page: string } {
    const page = letter.noticeId === null ? HOME_PAGE : `${NOTICE_PAGE}?id=${letter.noticeId}`;
    return { facts: letter.purpose === 'returned' ? returnedFacts(letter) : dueFacts(letter), page };
  }
}

function dueFacts({ subjects, recipient, now }: Letter): MessageFacts {
  const [first] = subjects;
  const isOverdue = now >= first.dueAt;
  return {
    what: subjects.length === 1 ? first.title : `${first.title}等${String(subjects.length)}项`,
    unit: recipient.unitName,
    at: first.dueAt,
    isDueTime: true,
    state: isOverdue ? '已逾期' : '待提交',
    // Not all that is owed counts for timeliness, so that a message says of nothing that it does.
    remark: `${remaining(first.dueAt, now).text}，${isOverdue ? '请尽快办' : '交了就不再提醒'}`,
    number: '',
  };
}

function returnedFacts({ subjects, recipient, now }: Letter): MessageFacts {
  const [first] = subjects;
  return {
    what: first.title,
    unit: recipient.unitName,
    at: now,
    isDueTime: false,
    state: '退回修改',
    remark: `${formatDue(first.dueAt, now)}再交`,
    number: '',
  };
}
