import { Injectable, type OnModuleInit } from '@nestjs/common';
import { formatDue, formatMoment, type Instant, type Period } from '@jiannuo/shared/kernel';
import { movedWords, type ObligationKind } from '@jiannuo/shared/obligations';
import { Clock } from '../../platform/clock';
import { Outbox } from '../../platform/outbox';
import { UnitNews } from '../people';
import { EventReaders } from './event-readers';
import { OBLIGATION_SUBJECT, RETURN_SLOT } from './reminder.orders';
import { ReminderStore } from './reminder.store';

/** What every event about a report tells. */
interface ReportEvent {
  readonly reportId: string;
  readonly groupId: string;
  readonly unitId: string;
  readonly period: Period;
  readonly obligationId: string;
  readonly byUnit: string;
}
interface ReturnedEvent extends ReportEvent {
  readonly correctionId: string;
  readonly dueAt: Instant;
  readonly remarks: number;
}
interface EnteredEvent extends Omit<ReportEvent, 'reportId'> {
  readonly receivedAt: Instant;
  /** Until when the unit may say that it came at another time, and put the copied scores right. */
  readonly until: Instant;
  /** The scores that were copied from it; left out where none were. */
  readonly sheet?: { readonly recordId: string; readonly total: string; readonly mayPutRight: boolean };
}
interface ExtendedEvent extends Omit<ReportEvent, 'reportId'> {
  readonly kind: ObligationKind;
  /** The name that a notice gave it. */
  readonly title?: string | null;
  readonly to: Instant;
  readonly reason: string;
  readonly at: Instant;
}
type MovedEvent = Omit<ExtendedEvent, 'byUnit' | 'at'>;

/** Tells officers what happened to their reports and due times. */
@Injectable()
export class ReportEvents implements OnModuleInit {
  constructor(
    private readonly outbox: Outbox,
    private readonly clock: Clock,
    private readonly store: ReminderStore,
    private readonly readers: EventReaders,
    private readonly news: UnitNews,
  ) {}

  onModuleInit(): void {
    this.outbox.hear<ReturnedEvent>('report.returned', (event) => this.returned(event));
    this.outbox.hear<EnteredEvent>('obligation.entered', (event) => this.entered(event));
    this.outbox.hear<ExtendedEvent>('obligation.extended', (event) => this.extended(event));
    this.outbox.hear<ExtendedEvent>('obligation.shortened', (event) => this.shortened(event));
    this.outbox.hear<ExtendedEvent>('obligation.waived', (event) => this.waived(event));
    this.outbox.hear<ExtendedEvent>('obligation.unwaived', (event) => this.unwaived(event));
    this.outbox.hear<MovedEvent>('obligation.moved', (event) => this.moved(event));
  }

  /** A report was sent back: its liaison is told at once, evening or not, because a person did it. */
  private async returned(event: ReturnedEvent): Promise<void> {
    const { groupId, unitId, correctionId, dueAt, reportId, byUnit } = event;
    const now = this.clock.now();
    const title = await this.readers.titleOf(event, 'report-correction');
    const contacts = await this.readers.liaisonsOf(event);
    const body = `${byUnit}退回修改，共${String(event.remarks)}处，请在${formatDue(dueAt, now)}再交。点开看每处的说明。`;
    const target = { kind: 'report', id: reportId } as const;
    const notice = { list: 'to-do', kind: 'returned', title, body, sender: byUnit, target } as const;
    await this.store.order(
      contacts.map((contact) => ({
        groupId,
        unitId,
        appointmentId: contact?.appointmentId ?? null,
        purpose: 'returned',
        subjectKind: OBLIGATION_SUBJECT,
        about: title,
        isPersonal: true,
        sendAt: now,
        staleAt: null,
        subjects: [{ id: correctionId, slot: RETURN_SLOT, title, dueAt }],
        notices: [notice],
      })),
    );
  }

  /** The lead unit noted a self-assessment that came another way: the unit can see what was noted. */
  private async entered({ byUnit, receivedAt, sheet, until, ...event }: EnteredEvent): Promise<void> {
    const title = await this.readers.titleOf(event, 'self-assessment');
    const received = formatMoment(receivedAt, this.clock.now());
    await this.news.tell(event, {
      list: 'to-know',
      kind: 'entered',
      title: `${title}已由牵头单位代录`,
      body: `${byUnit}已代您单位登记，真实收到时间是${received}。${this.checkWords(until, sheet)}`,
      sender: byUnit,
      target:
        sheet?.mayPutRight === true
          ? { kind: 'assessment', id: sheet.recordId }
          : { kind: 'entered-receipt', id: event.obligationId },
      key: `entered:${event.obligationId}:${receivedAt}`,
    });
  }

  private checkWords(until: Instant, sheet: EnteredEvent['sheet']): string {
    const due = formatDue(until, this.clock.now());
    if (sheet === undefined) return `请核对，${due}可以提不同。`;
    const { total, mayPutRight } = sheet;
    if (!mayPutRight) return `自评总分${total}已经记下，放在复核的分旁边。收到时间不对的，${due}可以提不同。`;
    return `自评总分${total}，和原件不同的，${due}可以自己改；收到时间不对的，可以提不同。`;
  }

  private async extended(event: ExtendedEvent): Promise<void> {
    const { obligationId, byUnit, to, reason, kind, at } = event;
    const title = await this.readers.titleOf(event, kind);
    await this.news.tell(event, {
      list: 'to-know',
      kind: 'extended',
      title: `${title}延到${formatDue(to, this.clock.now())}`,
      body: `${byUnit}同意延期：${reason}`,
      sender: byUnit,
      target: { kind: 'obligation', id: obligationId },
      key: `extended:${obligationId}:${at}`,
    });
  }

  /** Who was told of more time has to be told that there is less, as something to do. */
  private async shortened(event: ExtendedEvent): Promise<void> {
    const { obligationId, byUnit, to, reason, kind, at } = event;
    const due = formatDue(to, this.clock.now());
    await this.news.tell(event, {
      list: 'to-do',
      kind: 'shortened',
      title: `${await this.readers.titleOf(event, kind)}改到${due}`,
      body: `${byUnit}改短了宽限，请在${due}交：${reason}`,
      sender: byUnit,
      target: { kind: 'obligation', id: obligationId },
      key: `shortened:${obligationId}:${at}`,
    });
  }

  private async waived(event: ExtendedEvent): Promise<void> {
    const { obligationId, byUnit, reason, kind, at } = event;
    await this.news.tell(event, {
      list: 'to-know',
      kind: 'waived',
      title: `${await this.readers.titleOf(event, kind)}免报`,
      body: `${byUnit}同意免报：${reason}`,
      sender: byUnit,
      target: { kind: 'obligation', id: obligationId },
      key: `waived:${obligationId}:${at}`,
    });
  }

  /** Who was told that nothing is owed has to be told that it is owed after all. */
  private async unwaived(event: ExtendedEvent): Promise<void> {
    const { obligationId, byUnit, to, kind, at } = event;
    const now = this.clock.now();
    const asked = now < to ? `请在${formatDue(to, now)}交。` : `本来${formatDue(to, now)}要交，请尽快交。`;
    await this.news.tell(event, {
      list: 'to-do',
      kind: 'unwaived',
      title: `${await this.readers.titleOf(event, kind)}改回要报`,
      body: `${byUnit}取消了免报。${asked}`,
      sender: byUnit,
      target: { kind: 'obligation', id: obligationId },
      key: `unwaived:${obligationId}:${at}`,
    });
  }

  /** The platform was down before a due time, which the rule moved (M11): once for an obligation and its new due time. */
  private async moved(event: MovedEvent): Promise<void> {
    const { obligationId, to, reason, kind } = event;
    const title = await this.readers.titleOf(event, kind);
    await this.news.tell(event, {
      ...movedWords({ title, to, reason }, this.clock.now()),
      list: 'to-know',
      kind: 'moved',
      sender: '践诺通',
      target: { kind: 'obligation', id: obligationId },
      key: `moved:${obligationId}:${to}`,
    });
  }
}
