import { Injectable, type OnModuleInit } from '@nestjs/common';
import { formatDue, formatMoment, type Instant, type Period } from '@jiannuo/shared/kernel';
import { Clock } from '../../platform/clock';
import { Outbox } from '../../platform/outbox';
import { UnitNews } from '../people';
import { EventReaders } from './event-readers';

/** What every event about a hand-in that was entered for a unit tells. */
interface EntryEvent {
  readonly reportId: string;
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

/** Between the unit and the lead unit about a report that was entered (代录): noted, objected to, put right. */
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
  }

  /** The unit can see what was noted, and until when it may say that it is different. */
  private async entered({ byUnit, receivedAt, isOnTime, until, reportId, ...event }: EnteredEvent): Promise<void> {
    const now = this.clock.now();
    const title = await this.readers.titleOf(event, 'monthly-report');
    await this.news.tell(event, {
      list: 'to-know',
      kind: 'entered',
      title: `${title}已由牵头单位代录，${verdict(isOnTime)}`,
      body: `${byUnit}已代录，按${formatMoment(receivedAt, now)}收到，${verdict(isOnTime)}。请核对，${formatDue(until, now)}可以提不同。`,
      sender: byUnit,
      target: { kind: 'receipt', id: reportId },
      key: `entered:${reportId}:${receivedAt}`,
    });
  }

  private async objected({ unitName, text, reportId, ...event }: ObjectedEvent, id: string): Promise<void> {
    const title = await this.readers.titleOf(event, 'monthly-report');
    await this.news.tellLead(event, {
      list: 'to-do',
      kind: 'objected',
      title: `${unitName}说${title}代录的时间不对`,
      body: text,
      sender: unitName,
      target: { kind: 'entry', id: reportId },
      key: `objected:${id}`,
    });
  }

  private async corrected(event: CorrectedEvent, id: string): Promise<void> {
    const { from, to, reason, isOnTime, byUnit, reportId } = event;
    const now = this.clock.now();
    const title = await this.readers.titleOf(event, 'monthly-report');
    const outcome = from === to ? '收到时间没有改' : `收到时间改为${formatMoment(to, now)}`;
    await this.readers.settle([reportId], 'objected');
    await this.news.tell(event, {
      list: 'to-know',
      kind: 'time-corrected',
      title: `${title}${outcome}，${verdict(isOnTime)}`,
      body: `原来是${formatMoment(from, now)}。${byUnit}的理由：${reason}`,
      sender: byUnit,
      target: { kind: 'receipt', id: reportId },
      key: `time-corrected:${id}`,
    });
  }
}

function verdict(isOnTime: boolean): string {
  return isOnTime ? '算按时' : '算迟报';
}
