import { Injectable, type OnModuleInit } from '@nestjs/common';
import { formatDay, type DateText, type Instant } from '@jiannuo/shared/kernel';
import { findingName, METHOD_TITLES, type InspectionState, type Method } from '@jiannuo/shared/inspections';
import { Database, Transactions } from '../../platform/database';
import { InboxCommands, type NewNotice } from '../../platform/notifications';
import { Outbox } from '../../platform/outbox';
import { UnitNews } from '../people';
import { ConcealedRecords } from './concealed.records';
import { INSPECTION_MOVED, type InspectionMoved } from './inspection.journal';
import { FINDINGS, type FindingRecord } from './inspection.lock';

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
  /** How many of what is asked is to be explained (瞒报). */
  readonly explained: number | string;
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
    private readonly concealed: ConcealedRecords,
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
    if (event.action === 'start' || event.action === 'succeed') await this.tellTeam(event, inspection, key);
    if (inspection.toldAt === null || !['start', 'release', 'cancel'].includes(event.action)) return;
    // That it begins is no news to whoever is told in the same moment what was found.
    if (event.action === 'start' && inspection.releasedAt !== null) return;
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
    const { toAppointmentId } = event;
    const told = members.filter(({ appointmentId }) => appointmentId === (toAppointmentId ?? appointmentId));
    const notices = told.map(({ appointmentId }): NewNotice => {
      const of = { groupId: inspection.groupId, appointmentId, key: `${key}:${appointmentId}` };
      return { ...words, ...of, list: 'to-know', sender: event.byUnit, target };
    });
    if (notices.length > 0) await this.transactions.run((tx) => this.inbox.put(tx, notices).then(() => null));
  }

  private async tellOfFinding(
    { action, byUnit }: InspectionMoved,
    findingId: string,
    { groupId, method, releasedAt }: ToldInspection,
    key: string,
  ): Promise<void> {
    if (releasedAt === null) return;
    const finding = await this.database.row<FindingRecord>(`${FINDINGS} WHERE f.id = ?`, [findingId]);
    if (finding === null) return;
    const concealed = await this.concealed.named(groupId, finding.concealedIn);
    const body = findingName({ ...finding, concealedTitle: concealed?.title ?? null });
    const name = METHOD_TITLES[method];
    const shared = { key, sender: byUnit, body, target: { kind: 'finding', id: findingId } as const };
    if (action === 'answer') {
      if (finding.state !== 'answered') return;
      const title = `${finding.unitName}${name}${answerWords(finding)}`;
      return this.news.tellLead({ groupId }, { ...shared, list: 'to-do', kind: 'finding-answer', title });
    }
    const words = wordsForUnit(action, finding);
    if (words === undefined) return;
    const list = action === 'return' ? 'to-do' : 'to-know';
    const told: News = { ...shared, list, kind: `finding-${action}`, title: `${name}${words}` };
    await this.news.tell({ groupId, unitId: finding.unitId }, told);
  }

  private partsOf(inspectionId: string): Promise<readonly ToldPart[]> {
    return this.database.rows<ToldPart>(
      `SELECT s.id, s.unit_id AS unitId, COUNT(f.id) AS findings,
         SUM(CASE WHEN f.state IN ('to-rectify', 'returned') THEN 1 ELSE 0 END) AS asked,
         SUM(CASE WHEN f.state IN ('to-rectify', 'returned') AND f.concealed_in IS NOT NULL THEN 1 ELSE 0 END)
           AS explained
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

/** The same of a finding of 瞒报, which asks its unit to explain. */
const FOR_HEARD: typeof FOR_UNIT = {
  clear: '说明已认可，不算瞒报',
  uphold: '认定瞒报成立',
  return: '说明退回，请再说明',
  'enter-answer': '说明已代录',
};

function answerWords({ concealedIn }: FindingRecord): string {
  return concealedIn === null ? '整改等您核查' : '说明等您认定';
}

/** What its unit hears; nothing of a return that was answered meanwhile. */
function wordsForUnit(action: InspectionMoved['action'], { concealedIn, state }: FindingRecord): string | undefined {
  if (action === 'return' && state !== 'returned') return undefined;
  return (concealedIn === null ? FOR_UNIT : FOR_HEARD)[action];
}

function partNews(
  { action, byUnit }: InspectionMoved,
  { method, title, fromOn, state }: ToldInspection,
  { id, findings, asked, explained }: ToldPart,
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
  // What is asked is owed, finding by finding, and stands in 要我办 by itself.
  const toExplain = Number(explained);
  const found = [...counted(Number(asked) - toExplain, '个问题要整改'), ...counted(toExplain, '个疑似瞒报要说明')].join(
    '，',
  );
  const heading = `${name}${found === '' ? `发现${String(findings)}个问题` : `有${found}`}`;
  return { ...shared, list: 'to-know', kind: 'inspection-found', title: heading };
}

function counted(count: number, words: string): readonly string[] {
  return count === 0 ? [] : [`${String(count)}${words}`];
}
