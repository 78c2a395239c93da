import { Injectable } from '@nestjs/common';
import type { Period } from '@jiannuo/shared/kernel';
import {
  informationPoints,
  workUpdateActions,
  type InformationPoints,
  type InformationSettings,
  type WorkUpdateListView,
  type WorkUpdateView,
} from '@jiannuo/shared/information';
import type { AttachmentView, Evidence } from '@jiannuo/shared/reporting';
import { Database, placesFor } from '../../platform/database';
import { DomainError } from '../../platform/http';
import { checkedScope, scopeOf, type Actor } from '../../platform/identity';
import { CreditQueries } from './credit.queries';
import { InformationYears } from './information-years';
import { MonthRules } from './month-rules';
import { marksOf, rowOf, UPDATE_SELECT, type ListedUpdate } from './work-update.rows';

interface VersionRow {
  readonly text: string;
  readonly evidence: string;
  readonly byName: string;
}

/** The lead unit has a work update only while it is sent; the unit sees its own also after taking it back. */
const SEEN = `(u.state <> 'taken-back' OR u.unit_id = ?)`;

/** Reads work updates. */
@Injectable()
export class WorkUpdateQueries {
  constructor(
    private readonly database: Database,
    private readonly years: InformationYears,
    private readonly credits: CreditQueries,
    private readonly rules: MonthRules,
  ) {}

  /** What was sent in a month, as far as the actor sees: the latest first, for the lead unit what it has not opened first. */
  async list(actor: Actor, period: Period): Promise<WorkUpdateListView> {
    const { groupId, unitId } = checkedScope(scopeOf(actor));
    const within = `u.group_id = ? AND (? IS NULL OR u.unit_id = ?) AND ${SEEN}`;
    const parameters = [groupId, unitId, unitId, actor.unitId];
    const [updates, others, settings] = await Promise.all([
      this.database.rows<ListedUpdate>(
        `${UPDATE_SELECT} WHERE ${within} AND u.period = ? ORDER BY u.sent_at DESC, u.id DESC`,
        [...parameters, period],
      ),
      this.database.rows<{ period: Period; count: number | string }>(
        `SELECT u.period, COUNT(*) AS count FROM work_update u WHERE ${within} AND u.period <> ?
         GROUP BY u.period ORDER BY u.period DESC`,
        [...parameters, period],
      ),
      this.years.of(groupId, yearOf(period)),
    ]);
    const marks = await marksOf(
      this.database,
      updates.map(({ id }) => id),
    );
    const rows = updates.map((update) => rowOf(update, marks.get(update.id) ?? [], update.unitId === actor.unitId));
    return {
      period,
      rows: [...rows.filter(({ isUnread }) => isUnread), ...rows.filter(({ isUnread }) => !isUnread)],
      criteria: settings.criteria,
      points: await this.pointsOf(actor, period, settings),
      others: others.map((other) => ({ period: other.period, count: Number(other.count) })),
    };
  }

  /** One work update in its current version, with all that was said about it. */
  async view(actor: Actor, id: string): Promise<WorkUpdateView> {
    const { groupId, unitId } = checkedScope(scopeOf(actor));
    const update = await this.database.row<ListedUpdate>(
      `${UPDATE_SELECT} WHERE u.id = ? AND u.group_id = ? AND (? IS NULL OR u.unit_id = ?) AND ${SEEN}`,
      [id, groupId, unitId, unitId, actor.unitId],
    );
    if (update === null) throw DomainError.notFound('information.not-found');
    const [version, marks, settings] = await Promise.all([
      this.database.row<VersionRow>(
        'SELECT text, evidence, by_name AS byName FROM work_update_version WHERE work_update_id = ? AND number = ?',
        [id, update.version],
      ),
      marksOf(this.database, [id]),
      this.years.of(groupId, yearOf(update.period)),
    ]);
    if (version === null) throw new Error(`Work update ${id} has no version ${String(update.version)}.`);
    const history = marks.get(id) ?? [];
    const evidenceList = JSON.parse(version.evidence) as readonly Evidence[];
    const isOwn = update.unitId === actor.unitId;
    const isInBulletin = update.bulletinId !== null;
    return {
      ...rowOf(update, history, isOwn),
      text: version.text,
      byName: version.byName,
      evidenceList,
      attachments: await this.attachmentsOf(update, evidenceList),
      actions: workUpdateActions({ state: update.state, role: actor.role, isOwn, isInBulletin }),
      criteria: settings.criteria,
      history,
    };
  }

  private async pointsOf(
    actor: Actor,
    period: Period,
    { points }: InformationSettings,
  ): Promise<InformationPoints | null> {
    if (points?.unitKinds.includes(actor.unitKind) !== true) return null;
    const scope = { groupId: actor.groupId, unitId: actor.unitId };
    const credits = await this.credits.of(scope, period);
    return informationPoints(credits.get(actor.unitId) ?? [], (await this.rules.of(scope, period)) ?? points);
  }

  private async attachmentsOf(update: ListedUpdate, evidence: readonly Evidence[]): Promise<readonly AttachmentView[]> {
    const ids = evidence.flatMap(({ attachmentId }) => attachmentId ?? []);
    if (ids.length === 0) return [];
    return this.database.rows<AttachmentView>(
      `SELECT id, name, media_type AS mediaType, bytes FROM attachment
       WHERE unit_id = ? AND id IN (${placesFor(ids)})`,
      [update.unitId, ...ids],
    );
  }
}

function yearOf(period: Period): number {
  return Number(period.slice(0, 4));
}
