import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Instant } from '@jiannuo/shared/kernel';
import type { Channel } from '@jiannuo/shared/obligations';
import type { EntryNote } from '@jiannuo/shared/reporting';
import { Database } from '../../platform/database';
import { DomainError } from '../../platform/http';
import { checkedScope, type Scope } from '../../platform/identity';
import { ASSESSMENT_NOTES, entryNoteOf, type EntryNoteRow } from './entry-notes';
import type { AnsweredObligation } from './report.commands';

/** A self-assessment that is in, with what is on record of how it came. */
export interface EnteredAssessment extends AnsweredObligation {
  readonly kind: 'self-assessment';
  readonly unitName: string;
  readonly unitNumber: number;
  readonly channel: Channel;
  readonly recordId: string | null;
  /** When it truly came, as put right last. */
  readonly receivedAt: Instant;
  readonly registeredAt: Instant;
  readonly basis: string;
  readonly byUnit: string;
  readonly attachmentIds: readonly string[];
  readonly notes: readonly EntryNote[];
}

type Found = Omit<AnsweredObligation, 'kind'> &
  Pick<EnteredAssessment, 'unitName' | 'unitNumber' | 'recordId'> & {
    readonly channel: Channel | null;
    readonly registeredAt: Instant | null;
    readonly basis: string | null;
    readonly byUnit: string | null;
    readonly attachmentIds: string | null;
  };

const SELECT = `SELECT o.id, o.group_id AS groupId, o.unit_id AS unitId, o.period, o.article, o.due_at AS dueAt,
    o.closes_at AS closesAt, o.met_at AS metAt, o.waived_at AS waivedAt, o.channel, o.record_id AS recordId,
    u.name AS unitName, u.number AS unitNumber, c.reason AS basis, c.by_name AS byUnit, c.at AS registeredAt,
    c.attachment_ids AS attachmentIds
  FROM obligation o JOIN unit u ON u.id = o.unit_id
  LEFT JOIN obligation_change c ON c.obligation_id = o.id AND c.kind = 'entered'
  WHERE o.id = ? AND o.kind = 'self-assessment' AND o.group_id = ? AND (? IS NULL OR o.unit_id = ?)`;

/** Reads self-assessments that came another way than in the app. */
@Injectable()
export class EnteredAssessments {
  constructor(private readonly database: Database) {}

  /** The self-assessment that answers an obligation. Refused while none is in; what lies outside the scope is not found. */
  async of(scope: Scope, id: string, tx?: EntityManager): Promise<EnteredAssessment> {
    const { groupId, unitId } = checkedScope(scope);
    const found = await this.database.row<Found>(SELECT, [id, groupId, unitId, unitId], tx);
    if (found === null) throw DomainError.notFound('obligations.not-found');
    const { metAt, channel, registeredAt, basis, byUnit, attachmentIds } = found;
    if (metAt === null || channel === null) throw DomainError.conflict('reporting.nothing-in');
    const notes = (await this.database.rows<EntryNoteRow>(ASSESSMENT_NOTES, [id], tx)).map(entryNoteOf);
    return {
      ...found,
      kind: 'self-assessment',
      channel,
      receivedAt: metAt,
      registeredAt: registeredAt ?? metAt,
      basis: basis ?? '',
      byUnit: byUnit ?? '',
      attachmentIds: JSON.parse(attachmentIds ?? '[]') as readonly string[],
      notes,
    };
  }
}

/** The time of receipt as it was entered, before it was put right. */
export function enteredAs({ receivedAt, notes }: Pick<EnteredAssessment, 'receivedAt' | 'notes'>): Instant {
  return notes.find(({ kind }) => kind === 'correction')?.from ?? receivedAt;
}
