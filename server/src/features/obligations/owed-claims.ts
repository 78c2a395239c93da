import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { ClaimView, NoticeTarget } from '@jiannuo/shared/notifications';
import {
  claimWords,
  isAsked,
  isUndecided,
  obligationName,
  type AskedKind,
  type ObligationView,
} from '@jiannuo/shared/obligations';
import type { Actor } from '../../platform/identity';
import { InboxClaims } from '../../platform/notifications';
import { ObligationQueries } from './obligation.queries';

/** Tells a liaison's inbox what the unit owes: reports, tickets, findings, whether or not a reminder came (art. 5-10). */
@Injectable()
export class OwedClaims implements OnModuleInit {
  constructor(
    private readonly claims: InboxClaims,
    private readonly obligations: ObligationQueries,
  ) {}

  onModuleInit(): void {
    this.claims.register((actor) => this.of(actor));
  }

  private async of({ role, groupId, unitId }: Actor): Promise<readonly ClaimView[]> {
    if (role !== 'liaison') return [];
    return (await this.obligations.steps({ groupId, unitId })).map(claimOf);
  }
}

/** The record in which each kind of thing is asked, and that answers it. */
export const ASKED_IN = {
  'ticket-sign': 'ticket',
  'ticket-answer': 'ticket',
  material: 'ticket',
  rectification: 'finding',
  matter: 'matter',
} as const satisfies Record<AskedKind, NoticeTarget>;

function claimOf(owed: ObligationView): ClaimView {
  const dueAt = isUndecided(owed.asker) ? null : owed.dueAt;
  return { targets: targetsOf(owed), title: obligationName(owed), about: claimWords(owed), dueAt };
}

/** Reminders name the obligation, or the record that is asked for; word of a return names the report. */
function targetsOf({ id, kind, reportId }: ObligationView): ClaimView['targets'] {
  const itself = { kind: 'obligation', id } as const;
  if (reportId === null || kind === 'self-assessment') return [itself];
  if (!isAsked(kind)) return [{ kind: 'report', id: reportId }, itself];
  return [{ kind: ASKED_IN[kind], id: reportId }, itself];
}
