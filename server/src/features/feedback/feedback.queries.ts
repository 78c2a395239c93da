import { Injectable } from '@nestjs/common';
import {
  feedbackActions,
  maySeeFeedback,
  type FeedbackListView,
  type FeedbackMessage,
  type FeedbackRow,
  type FeedbackView,
} from '@jiannuo/shared/feedback';
import { Database, type SqlValue } from '../../platform/database';
import { DomainError } from '../../platform/http';
import { checkedScope, scopeOf, type Actor, type Scope } from '../../platform/identity';

/** How many entries a list holds; older ones are reached from their notices. */
const LONGEST_LIST = 200;

interface EntryRow extends FeedbackRow {
  readonly personId: string;
  readonly contact: string;
}

const COLUMNS = `f.id, f.kind, f.state, SUBSTR(m.body, 1, 60) AS opening, m.by_unit_name AS unitName,
  m.by_name AS personName, f.written_at AS writtenAt, f.changed_at AS changedAt, f.person_id AS personId, f.contact`;
const FROM = `FROM feedback f JOIN feedback_message m ON m.feedback_id = f.id AND m.action = 'write'`;

/** Reads 投诉建议: everybody their own, the lead unit all of its group. */
@Injectable()
export class FeedbackQueries {
  constructor(private readonly database: Database) {}

  /** What the actor wrote in this group, in whichever post, latest change first. */
  async own(actor: Actor): Promise<FeedbackListView> {
    const { groupId } = scopeOf(actor);
    const rows = await this.rows('f.group_id = ? AND f.person_id = ? ORDER BY f.changed_at DESC, f.id DESC', [
      groupId,
      actor.personId,
    ]);
    return { rows: rows.map(rowOf) };
  }

  /** Everything that was written to the lead unit: what waits for an answer first, the longest waiting at the top. */
  async all(scope: Scope): Promise<FeedbackListView> {
    const { groupId } = checkedScope(scope);
    const [waiting, answered] = await Promise.all([
      this.rows("f.group_id = ? AND f.state = 'received' ORDER BY f.changed_at, f.id", [groupId]),
      this.rows("f.group_id = ? AND f.state <> 'received' ORDER BY f.changed_at DESC, f.id DESC", [groupId]),
    ]);
    return { rows: [...waiting, ...answered].map(rowOf) };
  }

  /** One entry with all that was said, for its writer and for the lead unit; not found for anybody else. */
  async view(actor: Actor, id: string): Promise<FeedbackView> {
    const { groupId } = scopeOf(actor);
    const [entry] = await this.rows('f.group_id = ? AND f.id = ?', [groupId, id]);
    const reader = { role: actor.role, isWriter: entry?.personId === actor.personId };
    if (entry === undefined || !maySeeFeedback(reader)) throw DomainError.notFound('feedback.not-found');
    const messages = await this.database.rows<FeedbackMessage>(
      `SELECT id, party, action, body AS text, by_unit_name AS byUnit, by_name AS byName, at
       FROM feedback_message WHERE feedback_id = ? ORDER BY at, id`,
      [id],
    );
    const actions = feedbackActions({ ...reader, state: entry.state });
    return { ...rowOf(entry), contact: entry.contact, isOwn: reader.isWriter, messages, actions };
  }

  private rows(condition: string, parameters: readonly SqlValue[]): Promise<EntryRow[]> {
    const sql = `SELECT ${COLUMNS} ${FROM} WHERE ${condition} LIMIT ${String(LONGEST_LIST)}`;
    return this.database.rows<EntryRow>(sql, parameters);
  }
}

function rowOf({ id, kind, state, opening, unitName, personName, writtenAt, changedAt }: EntryRow): FeedbackRow {
  return { id, kind, state, opening: opening.replace(/\s+/g, ' '), unitName, personName, writtenAt, changedAt };
}
