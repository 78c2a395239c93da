import { Injectable, type OnModuleInit } from '@nestjs/common';
import { formatDay, type DateText, type Instant } from '@jiannuo/shared/kernel';
import { METHOD_TITLES, type InspectionState, type Method } from '@jiannuo/shared/inspections';
import { Database, Transactions } from '../../platform/database';
import { InboxCommands, type NewNotice } from '../../platform/notifications';
import { Outbox } from '../../platform/outbox';
import { UnitNews } from '../people';
import { INSPECTION_MOVED, type InspectionMoved } from './inspection.journal';

interface ToldInspection {
  readonly id: string;
  readonly groupId: string;
  readonly method: Method;
  readonly title: string;
  readonly state: InspectionState;
  readonly fromOn: DateText | null;
  readonly toldAt: Instant | null;
  readonly releasedAt: Instant | null;
}
interface ToldPart {
  readonly id: string;
  readonly unitId: string;
  readonly findings: number | string;
  readonly asked: number | string;
}
interface ToldFinding {
  readonly unitId: string;
  readonly unitName: string;
  readonly state: string;
}

/** A line for an inbox before it is known whose. */
type News = Omit<NewNotice, 'groupId' | 'appointmentId'>;

/**
 * Tells people of inspections: the team that it begins, units of announced ones when they begin and of all when their
 * findings are released, the lead unit of what was put right. What may not be known yet is told to nobody else, and
 * what has moved on meanwhile is not told any more.
 */
@Injectable()
export class InspectionNews implements OnModuleInit {
  constructor(
    private readonly outbox: Outbox,
    private readonly database: Database,
    private readonly news: UnitNews,
    private readonly inbox: InboxCommands,
    private readonly transactions: Transactions,
  ) {}

  onModuleInit(): void {
    this.outbox.hear<InspectionMoved>(INSPECTION_MOVED, (event, id) => this.tell(event, `${INSPECTION_MOVED}:${id}`));
  }

  private async tell(event: InspectionMoved, key: string): Promise<void> {
    const inspection = await this.database.row<ToldInspection>(
      `SELECT id, group_id AS groupId, method, title, state, from_on AS fromOn, told_at AS toldAt,
         released_at AS releasedAt FROM inspection WHERE id = ?`,
      [event.inspectionId],
    );
    if (inspection === null) return;
    if (event.findingId !== null) return this.tellOfFinding(event, event.findingId, inspection, key);
    if (event.action === 'start') await this.tellTeam(event, inspection, key);
    if (inspection.toldAt === null || !['start', 'release', 'cancel'].includes(event.action)) return;
    for (const part of await this.partsOf(inspection.id)) {
      await this.news.tell(
        { groupId: inspection.groupId, unitId: part.unitId },
        partNews(event, inspection, part, key),
      );
    }
  }

  private async tellTeam(event: InspectionMoved, inspection: ToldInspection, key: string): Promise<void> {
    const members = await this.database.rows<{ appointmentId: string }>(
      'SELECT appointment_id AS appointmentId FROM inspection_member WHERE inspection_id = ? AND appointment_id <> ?',
      [inspection.id, event.byAppointmentId],
    );
    const isSecret = inspection.toldAt === null;
    const words = isSecret
      ? ({ kind: 'confidential', title: '有一件限知悉的件', body: '请打开看。' } as const)
      : { kind: 'inspection-team', title: `${METHOD_TITLES[inspection.method]}您参加`, body: inspection.title };
    const target = { kind: 'inspection', id: inspection.id } as const;
    const notices = members.map(({ appointmentId }): NewNotice => {
      const of = { groupId: inspection.groupId, appointmentId, key: `${key}:${appointmentId}` };
      return { ...words, ...of, list: 'to-know', sender: event.byUnit, target };
    });
    if (notices.length > 0) await this.transactions.run((tx) => this.inbox.put(tx, notices).then(() => null));
  }

  private async tellOfFinding(
    { action, byUnit }: InspectionMoved,
    findingId: string,
    { groupId, method, title, releasedAt }: ToldInspection,
    key: string,
  ): Promise<void> {
    if (releasedAt === null) return;
    const finding = await this.database.row<ToldFinding>(
      `SELECT f.unit_id AS unitId, u.name AS unitName, f.state FROM inspection_finding f
       JOIN unit u ON u.id = f.unit_id WHERE f.id = ?`,
      [findingId],
    );
    if (finding === null) return;
    const name = METHOD_TITLES[method];
    const shared = { key, sender: byUnit, body: title, target: { kind: 'finding', id: findingId } as const };
    if (action === 'answer' && finding.state === 'answered') {
      const heading = `${finding.unitName}${name}整改等您核查`;
      return this.news.tellLead({ groupId }, { ...shared, list: 'to-do', kind: 'finding-answer', title: heading });
    }
    const words = FOR_UNIT[action];
    if (words === undefined || (action === 'return' && finding.state !== 'returned')) return;
    const list = action === 'return' ? 'to-do' : 'to-know';
    const told: News = { ...shared, list, kind: `finding-${action}`, title: `${name}${words}` };
    await this.news.tell({ groupId, unitId: finding.unitId }, told);
  }

  private partsOf(inspectionId: string): Promise<readonly ToldPart[]> {
    return this.database.rows<ToldPart>(
      `SELECT s.id, s.unit_id AS unitId, COUNT(f.id) AS findings,
         SUM(CASE WHEN f.state IN ('to-rectify', 'returned') THEN 1 ELSE 0 END) AS asked
       FROM inspected_unit s LEFT JOIN inspection_finding f
         ON f.inspection_id = s.inspection_id AND f.unit_id = s.unit_id AND f.state <> 'dropped'
       WHERE s.inspection_id = ? GROUP BY s.id, s.unit_id ORDER BY s.id`,
      [inspectionId],
    );
  }
}

const FOR_UNIT: Readonly<Partial<Record<InspectionMoved['action'], string>>> = {
  accept: '整改已认可',
  return: '整改退回，请再改',
  'enter-answer': '整改已代录',
};

function partNews(
  { action, byUnit }: InspectionMoved,
  { method, title, fromOn, state }: ToldInspection,
  { id, findings, asked }: ToldPart,
  key: string,
): News {
  const name = METHOD_TITLES[method];
  const shared = { key: `${key}:${id}`, sender: byUnit, body: title, target: { kind: 'inspected', id } as const };
  if (action === 'cancel' || state === 'cancelled') {
    return { ...shared, list: 'to-know', kind: 'inspection-cancel', title: `${name}已取消` };
  }
  if (action === 'start') {
    const when = fromOn === null ? '' : `${formatDay(fromOn)}起`;
    return { ...shared, list: 'to-know', kind: 'inspection-start', title: `${when}${name}` };
  }
  if (Number(findings) === 0) {
    return { ...shared, list: 'to-know', kind: 'inspection-clean', title: `${name}没有发现问题` };
  }
  // What is to be put right is owed, finding by finding, and stands in 要我办 by itself.
  const found = Number(asked) === 0 ? `发现${String(findings)}个问题` : `有${String(asked)}个问题要整改`;
  return { ...shared, list: 'to-know', kind: 'inspection-found', title: `${name}${found}` };
}
