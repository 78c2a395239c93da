import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { ClaimView } from '@jiannuo/shared/notifications';
import { noticeNumber, type NoticeKind } from '@jiannuo/shared/supervision';
import { Database } from '../../../platform/database';
import type { Actor } from '../../../platform/identity';
import { InboxClaims } from '../../../platform/notifications';

/** How many an inbox names; the rest stand in the unit's list of notices. */
const MOST = 100;

interface Row {
  readonly id: string;
  readonly kind: NoticeKind;
  readonly year: number;
  readonly number: number;
  readonly title: string;
}

const STANDING = `SELECT t.id, n.kind, n.year, n.number, n.title
  FROM supervision_ticket t JOIN supervision_notice n ON n.id = t.notice_id
  JOIN obligation o ON o.id = t.answer_obligation_id
  WHERE t.group_id = ? AND t.unit_id = ? AND t.state = 'working' AND o.met_at IS NOT NULL AND n.is_confidential = ?
  ORDER BY t.issued_at LIMIT ${String(MOST)}`;

/**
 * Tells a liaison's inbox of corrected notices that the unit signed for and has still to answer, though what it sent
 * before stands for them (ADR 18): nothing is owed any more that would remind of them, and nothing is late.
 */
@Injectable()
export class UnitClaims implements OnModuleInit {
  constructor(
    private readonly claims: InboxClaims,
    private readonly database: Database,
  ) {}

  onModuleInit(): void {
    this.claims.register((actor) => this.of(actor));
  }

  private async of({ role, groupId, unitId }: Actor): Promise<readonly ClaimView[]> {
    if (role !== 'liaison') return [];
    return (await this.database.rows<Row>(STANDING, [groupId, unitId, false])).map(claimOf);
  }
}

function claimOf({ id, kind, year, number, title }: Row): ClaimView {
  const about = [noticeNumber(kind, year, number), '前一份已交，请核对更正后的要求并反馈'].join('\u3000');
  return { targets: [{ kind: 'ticket', id }], title, about, dueAt: null };
}
