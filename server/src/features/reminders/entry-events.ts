import { Injectable, type OnModuleInit } from '@nestjs/common';
import { formatDue, formatMoment, type Instant, type Period } from '@jiannuo/shared/kernel';
import { Clock } from '../../platform/clock';
import { Outbox } from '../../platform/outbox';
import { UnitNews } from '../people';
import { EventReaders } from './event-readers';

/** What every event about a hand-in that was entered for a unit tells. */
interface EntryEvent {
  /** Null of a self-assessment, which is named by what it answers. */
  readonly reportId: string | null;
  readonly obligationId: string;
  readonly groupId: string;
  readonly unitId: string;
  readonly unitName: string;
  readonly period: Period;
  readonly byUnit: string;
}
interface EnteredEvent extends EntryEvent {
  readonly receivedAt: Instant;
  readonly isOnTime: boolean;
  readonly until: Instant;
}
interface ObjectedEvent extends EntryEvent {
  readonly text: string;
}
interface CorrectedEvent extends EntryEvent {
  readonly from: Instant;
  readonly to: Instant;
  readonly reason: string;
  readonly isOnTime: boolean;
}

/** What was entered, and where it opens for the unit and for the lead unit. */
interface Entered {
  readonly kind: 'monthly-report' | 'self-assessment';
  readonly id: string;
  readonly unitTarget: 'receipt' | 'entered-receipt';
  readonly leadTarget: 'entry' | 'entered-time';
}

function enteredIn({ reportId, obligationId }: EntryEvent): Entered {
  if (reportId !== null) return { kind: 'monthly-report', id: reportId, unitTarget: 'receipt', leadTarget: 'entry' };
  const targets = { unitTarget: 'entered-receipt', leadTarget: 'entered-time' } as const;
  return { kind: 'self-assessment', id: obligationId, ...targets };
}

/** Between the unit and the lead unit about what was entered (代录): noted, objected to, put right. */
@Injectable()
export class EntryEvents implements OnModuleInit {
  constructor(
    private readonly outbox: Outbox,
    private readonly clock: Clock,
    private readonly readers: EventReaders,
    private readonly news: UnitNews,
  ) {}

  onModuleInit(): void {
    this.outbox.hear<EnteredEvent>('report.entered', (event) => this.entered(event));
    this.outbox.hear<ObjectedEvent>('report.objected', (event, id) => this.objected(event, id));
    this.outbox.hear<CorrectedEvent>('report.time-corrected', (event, id) => this.corrected(event, id));
    this.outbox.hear<ObjectedEvent>('obligation.objected', (event, id) =>
      this.objected({ ...event, reportId: null }, id),
    );
    this.outbox.hear<CorrectedEvent>('obligation.time-corrected', (event, id) =>
      this.corrected({ ...event, reportId: null }, id),
    );
  }

  /** The unit can see what was noted, and until when it may say that it is different. */
  private async entered(event: EnteredEvent): Promise<void> {
    const { byUnit, receivedAt, isOnTime, until } = event;
    const now = this.clock.now();
    const { kind, id, unitTarget } = enteredIn(event);
    const title = await this.readers.titleOf(event, kind);
    await this.news.tell(event, {
      list: 'to-know',
      kind: 'entered',
      title: `${title}已由牵头单位代录，${verdict(isOnTime)}`,
      body: `${byUnit}已代录，按${formatMoment(receivedAt, now)}收到，${verdict(isOnTime)}。请核对，${formatDue(until, now)}可以提不同。`,
      sender: byUnit,
      target: { kind: unitTarget, id },
      key: `entered:${id}:${receivedAt}`,
    });
  }

  private async objected(event: ObjectedEvent, eventId: string): Promise<void> {
    const { unitName, text } = event;
    const { kind, id, leadTarget } = enteredIn(event);
    const title = await this.readers.titleOf(event, kind);
    await this.news.tellLead(event, {
      list: 'to-do',
      kind: 'objected',
      title: `${unitName}说${title}代录的时间不对`,
      body: text,
      sender: unitName,
      target: { kind: leadTarget, id },
      key: `objected:${eventId}`,
    });
  }

  private async corrected(event: CorrectedEvent, eventId: string): Promise<void> {
    const { from, to, reason, isOnTime, byUnit } = event;
    const now = this.clock.now();
    const { kind, id, unitTarget } = enteredIn(event);
    const title = await this.readers.titleOf(event, kind);
    const outcome = from === to ? '收到时间没有改' : `收到时间改为${formatMoment(to, now)}`;
    await this.readers.settle([id], 'objected');
    await this.news.tell(event, {
      list: 'to-know',
      kind: 'time-corrected',
      title: `${title}${outcome}，${verdict(isOnTime)}`,
      body: `原来是${formatMoment(from, now)}。${byUnit}的理由：${reason}`,
      sender: byUnit,
      target: { kind: unitTarget, id },
      key: `time-corrected:${eventId}`,
    });
  }
}

function verdict(isOnTime: boolean): string {
  return isOnTime ? '算按时' : '算迟报';
}
