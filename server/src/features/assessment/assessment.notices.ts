import { Injectable, type OnModuleInit } from '@nestjs/common';
import { reviewedWords } from '@jiannuo/shared/assessment';
import { firstCodePoints, formatDue, formatPeriod, type Instant } from '@jiannuo/shared/kernel';
import { Clock } from '../../platform/clock';
import { Transactions } from '../../platform/database';
import { InboxCommands } from '../../platform/notifications';
import { Outbox } from '../../platform/outbox';
import { UnitNews } from '../people';
import {
  ASSESSED,
  CORRECTION_DUE,
  CORRECTION_DUE_TOPIC,
  type AssessedEvent,
  type CorrectionDueEvent,
} from './assessment.journal';

/** Tells a county's liaisons what became of their month. It asks for no reply. */
@Injectable()
export class AssessmentNotices implements OnModuleInit {
  constructor(
    private readonly outbox: Outbox,
    private readonly news: UnitNews,
    private readonly inbox: InboxCommands,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.outbox.hear<AssessedEvent>(ASSESSED, (event, id) => this.tell(event, id));
    this.outbox.hear<CorrectionDueEvent>(CORRECTION_DUE_TOPIC, (event, id) => this.tellCorrection(event, id));
  }

  private async tell(event: AssessedEvent, id: string): Promise<void> {
    const words = event.action === 'let-stand' ? stoodWords(event) : wordsOf(event, this.clock.now());
    if (words === null) return;
    await this.news.tell(event, {
      list: 'to-know',
      kind: `assessment-${event.action}`,
      ...words,
      sender: event.byUnit,
      target: { kind: 'assessment', id: event.assessmentId },
      key: `${ASSESSED}:${id}`,
    });
  }

  /** The lead unit has the correction to do until it is made; the county reads that its number does not move by itself. */
  private async tellCorrection(
    { period, unitName, byUnit, reason, ...event }: CorrectionDueEvent,
    id: string,
  ): Promise<void> {
    const { assessmentId: about } = event;
    if (reason === null) return this.transactions.run((tx) => this.inbox.settle(tx, [about], CORRECTION_DUE));
    const month = formatPeriod(period);
    const said = firstCodePoints(reason, REASON_LIMIT).replace(/。$/, '');
    const line = { kind: CORRECTION_DUE, sender: byUnit, key: `${CORRECTION_DUE_TOPIC}:${id}` } as const;
    await this.news.tellLead(event, {
      ...line,
      list: 'to-do',
      target: { kind: 'correction', id: about },
      title: `${month}${unitName}成绩要更正：${said}`,
      body: '成绩已经通报，没有照这一条算。请点开办更正，不用更正的写明理由。',
    });
    await this.news.tell(event, {
      ...line,
      list: 'to-know',
      // A line of its own, so that what was told of the number stays beside it.
      target: { kind: 'scores', id: about },
      title: `${month}成绩已经通报，是否更正由牵头单位办理`,
      body: `${said}。`,
    });
  }
}

/** A ruling's words may be long; they stand in full where they were ruled. */
const REASON_LIMIT = 200;

/** What the county reads where its published number stands beside what came onto record. */
function stoodWords({ period, reason }: AssessedEvent): { readonly title: string; readonly body: string } {
  return { title: `${formatPeriod(period)}考评得分不用更正`, body: `理由：${reason}` };
}

/** What the county reads; null where it is its own doing. */
function wordsOf(
  { action, period, reason, told, score }: AssessedEvent,
  now: Instant,
): { readonly title: string; readonly body: string } | null {
  const month = `${formatPeriod(period)}考评`;
  switch (action) {
    case 'confirm':
      return {
        title: `${month}复核好了${told === undefined ? '' : `：${told.words ?? reviewedWords(told.after, told.before)}`}`,
        body: `${objectionWords(told, now)}点开看每一项的分和理由。`,
      };
    case 'uphold':
      return { title: `${month}的异议采纳了，重新复核`, body: `答复：${reason}` };
    case 'refuse-objection':
      return { title: `${month}有一条异议没采纳`, body: `答复：${reason}` };
    case 'restate':
      return {
        title: `${month}的分${movedWords(told)}`,
        body: `${firstCodePoints(reason, REASON_LIMIT).replace(/。$/, '')}。异议期重新算，${objectionWords(told, now)}点开看每一项的分。`,
      };
    case 'finalise':
      return { title: `${month}定稿了${scoreWords(score)}`, body: bodyOf(score) };
    case 'publish':
      return { title: `${month}通报了${scoreWords(score)}`, body: bodyOf(score) };
    case 'correct':
      return { title: `${month}得分更正了${scoreWords(score)}`, body: `理由：${reason}` };
    default:
      return null;
  }
}

/** `5月27日 周五 24:00前可以提异议，`: nothing where no day is left for it. */
function objectionWords(told: AssessedEvent['told'], now: Instant): string {
  return told === undefined || told.closesAt <= now ? '' : `${formatDue(told.closesAt, now)}可以提异议，`;
}

/** `：20.90`, and of a correction `：20.90改为24.90`. */
function scoreWords(score: AssessedEvent['score']): string {
  if (score === undefined) return '';
  return `：${score.before === null ? '' : `${score.before}改为`}${score.score}`;
}

function bodyOf(score: AssessedEvent['score']): string {
  const raw = score === undefined || score.raw === score.score ? '' : `折算前${score.raw}。`;
  return `${raw}点开看得分和每一项的来由。`;
}

function movedWords(told: AssessedEvent['told']): string {
  if (told?.before == null) return '变了';
  if (told.before === told.after) return `没有变（${told.after}），算分的依据变了`;
  return `从${told.before}改为${told.after}${told.isFactored === true ? '（折算后）' : ''}`;
}
