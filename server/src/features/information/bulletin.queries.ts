import { Injectable } from '@nestjs/common';
import type { BulletinListView, BulletinView } from '@jiannuo/shared/information';
import type { DateText, Period } from '@jiannuo/shared/kernel';
import { Database } from '../../platform/database';
import { checkedScope, type Scope } from '../../platform/identity';

interface BulletinRow {
  readonly id: string;
  readonly number: number;
  readonly period: Period;
  readonly sentOn: DateText;
  readonly byName: string;
}
interface ItemRow {
  readonly bulletinId: string;
  readonly updateId: string;
  readonly unitName: string;
  readonly title: string;
  readonly adoptions: number | string;
}

const BULLETINS = `SELECT id, number, period, sent_on AS sentOn, by_name AS byName FROM bulletin
  WHERE group_id = ? AND year = ? ORDER BY number DESC`;
const ITEMS = `SELECT i.bulletin_id AS bulletinId, i.work_update_id AS updateId, n.name AS unitName, v.title,
    (SELECT COUNT(*) FROM work_update_mark m WHERE m.work_update_id = i.work_update_id AND m.kind = 'adopted'
       AND m.withdrawn_at IS NULL) AS adoptions
  FROM bulletin b
  JOIN bulletin_item i ON i.bulletin_id = b.id
  JOIN work_update u ON u.id = i.work_update_id
  JOIN unit n ON n.id = u.unit_id
  JOIN work_update_version v ON v.work_update_id = i.work_update_id AND v.number = i.version_number
  WHERE b.group_id = ? AND b.year = ? ORDER BY b.number, i.ordinal`;

/** Reads bulletins. */
@Injectable()
export class BulletinQueries {
  constructor(private readonly database: Database) {}

  /** A year's bulletins with what stands in them, the latest first. They are for the lead unit: a scope of one unit sees none. */
  async list(scope: Scope, year: number): Promise<BulletinListView> {
    const { groupId, unitId } = checkedScope(scope);
    if (unitId !== null) return { year, bulletins: [] };
    const [bulletins, items] = await Promise.all([
      this.database.rows<BulletinRow>(BULLETINS, [groupId, year]),
      this.database.rows<ItemRow>(ITEMS, [groupId, year]),
    ]);
    return { year, bulletins: bulletins.map((bulletin) => viewOf(bulletin, items)) };
  }
}

function viewOf(bulletin: BulletinRow, items: readonly ItemRow[]): BulletinView {
  const own = items.filter(({ bulletinId }) => bulletinId === bulletin.id);
  return {
    ...bulletin,
    items: own.map(({ updateId, unitName, title, adoptions }) => {
      return { updateId, unitName, title, isAdopted: Number(adoptions) > 0 };
    }),
  };
}
