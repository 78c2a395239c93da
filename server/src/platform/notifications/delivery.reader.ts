import { Injectable } from '@nestjs/common';
import type { Instant } from '@jiannuo/shared/kernel';
import type { MessagePurpose, ReminderState } from '@jiannuo/shared/notifications';
import { Clock } from '../clock';
import { Database, placesFor } from '../database';
import { grantKindOf, type TemplateContract } from '../wechat';
import { ConsentQueries, grantKey } from './consent.queries';
import type { AttemptFacts, Situation } from './delivery.decisions';
import { RecipientLookup } from './recipient-lookup';
import type { Recipient } from './recipients';
import { groupBy } from './group-by';
import { SmsPort } from './sms-port';
import { SubjectKinds } from './subject-kinds';
import { MessageTemplates } from './templates';
import { WecomRobot } from './wecom-robot';

/** A delivery with everything needed to decide about it and to write its message. */
export interface DeliveryInWork {
  readonly id: string;
  readonly groupId: string;
  readonly subjectKind: string;
  readonly purpose: MessagePurpose;
  readonly noticeId: string | null;
  readonly sendAt: Instant;
  readonly recipient: Recipient | null;
  readonly template: TemplateContract | null;
  /** All subjects that have not come to rest, and whether each is still worth a message. */
  readonly subjects: readonly {
    readonly rowId: string;
    readonly id: string;
    readonly title: string;
    readonly dueAt: Instant;
    readonly isWanted: boolean;
  }[];
  readonly situation: Situation;
}

interface DeliveryRow {
  readonly id: string;
  readonly group_id: string;
  readonly unit_id: string;
  readonly appointment_id: string;
  readonly purpose: MessagePurpose;
  readonly subject_kind: string;
  readonly state: ReminderState;
  readonly is_personal: boolean | number;
  readonly send_at: string;
  readonly stale_at: string | null;
  readonly notice_id: string | null;
}
interface SubjectRow {
  readonly id: string;
  readonly delivery_id: string;
  readonly subject_id: string;
  readonly title: string;
  readonly due_at: string;
}
interface AttemptRow extends AttemptFacts {
  readonly deliveryId: string;
}

/** What belongs to several deliveries, read once for all of them. */
interface Surroundings {
  readonly subjects: ReadonlyMap<string, readonly SubjectRow[]>;
  readonly attempts: ReadonlyMap<string, readonly AttemptRow[]>;
  readonly recipients: ReadonlyMap<string, Recipient>;
  readonly wanted: ReadonlySet<string>;
  readonly balances: ReadonlyMap<string, number>;
  readonly sendingAt: ReadonlyMap<string, Instant>;
  readonly now: Instant;
}

/** The people and the channels that a delivery meets. */
@Injectable()
export class DeliveryWorld {
  constructor(
    readonly people: RecipientLookup,
    readonly templates: MessageTemplates,
    readonly robot: WecomRobot,
    readonly sms: SmsPort,
  ) {}
}

/** Reads deliveries in groups: a few statements for a hundred of them. */
@Injectable()
export class DeliveryReader {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly consents: ConsentQueries,
    private readonly kinds: SubjectKinds,
    private readonly world: DeliveryWorld,
  ) {}

  /** The deliveries, by id; what is not there is left out. */
  async read(ids: readonly string[]): Promise<ReadonlyMap<string, DeliveryInWork>> {
    const rows = await this.database.rows<DeliveryRow>(
      `SELECT id, group_id, unit_id, appointment_id, purpose, subject_kind, state, is_personal, send_at, stale_at, notice_id
       FROM delivery WHERE id IN (${placesFor(ids)})`,
      ids,
    );
    const around = await this.surroundings(rows);
    return new Map(rows.map((row) => [row.id, this.inWork(row, around)]));
  }

  private async surroundings(rows: readonly DeliveryRow[]): Promise<Surroundings> {
    const ids = rows.map((row) => row.id);
    const now = this.clock.now();
    const references = rows
      .filter((row) => row.appointment_id !== '')
      .map((row) => ({ groupId: row.group_id, unitId: row.unit_id, appointmentId: row.appointment_id }));
    const [subjects, attempts, recipients] = await Promise.all([
      this.subjectsOf(ids),
      this.attemptsOf(ids),
      this.world.people.directory.recipientsOf(references),
    ]);
    const openIds = [...recipients.values()].flatMap((recipient) => recipient.openId ?? []);
    const [wanted, sendingAt, balances] = await Promise.all([
      this.wantedOf(rows, subjects),
      this.sendingTimes(rows, now),
      this.consents.balancesOf([...new Set(openIds)]),
    ]);
    return { subjects, attempts, recipients, wanted, sendingAt, balances, now };
  }

  private inWork(row: DeliveryRow, around: Surroundings): DeliveryInWork {
    const recipient = around.recipients.get(row.appointment_id) ?? null;
    const template = this.world.templates.of(row.purpose);
    const subjects = (around.subjects.get(row.id) ?? []).map((subject) => ({
      rowId: subject.id,
      id: subject.subject_id,
      title: subject.title,
      dueAt: subject.due_at,
      isWanted: around.wanted.has(subject.subject_id),
    }));
    const key = recipient?.openId && template ? grantKey(recipient.openId, template.priTmplId) : '';
    return {
      id: row.id,
      groupId: row.group_id,
      subjectKind: row.subject_kind,
      purpose: row.purpose,
      noticeId: row.notice_id,
      sendAt: row.send_at,
      recipient,
      template,
      subjects,
      situation: {
        state: row.state,
        isPersonal: Boolean(row.is_personal),
        staleAt: row.stale_at,
        attempts: around.attempts.get(row.id) ?? [],
        isWanted: subjects.some((subject) => subject.isWanted),
        recipient: standingOf(row, recipient),
        template: template === null ? null : grantKindOf(template),
        balance: around.balances.get(key) ?? 0,
        hasRobot: this.world.robot.isConfigured,
        hasSms: this.world.sms.isConfigured,
        nextSendingAt: around.sendingAt.get(`${row.group_id} ${row.subject_kind}`) ?? around.now,
        now: around.now,
      },
    };
  }

  private async subjectsOf(ids: readonly string[]): Promise<ReadonlyMap<string, readonly SubjectRow[]>> {
    if (ids.length === 0) return new Map();
    const rows = await this.database.rows<SubjectRow>(
      `SELECT id, delivery_id, subject_id, title, due_at FROM delivery_subject
       WHERE delivery_id IN (${placesFor(ids)}) AND state NOT IN ('already-done') ORDER BY due_at, id`,
      ids,
    );
    return groupBy(rows, (row) => row.delivery_id);
  }

  private async attemptsOf(ids: readonly string[]): Promise<ReadonlyMap<string, readonly AttemptRow[]>> {
    if (ids.length === 0) return new Map();
    const rows = await this.database.rows<AttemptRow>(
      `SELECT delivery_id AS deliveryId, number, channel, outcome, reason, started_at AS startedAt, ended_at AS endedAt
       FROM delivery_attempt WHERE delivery_id IN (${placesFor(ids)}) ORDER BY number`,
      ids,
    );
    return groupBy(rows, (row) => row.deliveryId);
  }

  private async wantedOf(
    rows: readonly DeliveryRow[],
    subjects: ReadonlyMap<string, readonly SubjectRow[]>,
  ): Promise<ReadonlySet<string>> {
    const wanted = new Set<string>();
    for (const [key, some] of groupBy(rows, (row) => `${row.group_id} ${row.subject_kind}`)) {
      const [groupId = '', kind = ''] = key.split(' ');
      const ids = some.flatMap((row) => (subjects.get(row.id) ?? []).map((subject) => subject.subject_id));
      for (const id of await this.kinds.of(kind).stillWanted(groupId, [...new Set(ids)])) wanted.add(id);
    }
    return wanted;
  }

  private async sendingTimes(rows: readonly DeliveryRow[], now: Instant): Promise<ReadonlyMap<string, Instant>> {
    const times = new Map<string, Instant>();
    for (const row of rows) {
      const key = `${row.group_id} ${row.subject_kind}`;
      if (!times.has(key)) times.set(key, await this.kinds.of(row.subject_kind).nextSendingAt(row.group_id, now));
    }
    return times;
  }
}

function standingOf(row: DeliveryRow, recipient: Recipient | null): Situation['recipient'] {
  if (row.appointment_id === '') return 'nobody';
  if (recipient === null) return 'ended';
  return recipient.openId === null ? 'unbound' : 'bound';
}
