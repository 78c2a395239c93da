import { Injectable } from '@nestjs/common';
import { addWholeDays, beijingDate, type Instant, type Period } from '@jiannuo/shared/kernel';
import type { LinkChoice, LinkChoicesView } from '@jiannuo/shared/supervision';
import { Clock } from '../../../platform/clock';
import { Database, placesFor, type SqlValue } from '../../../platform/database';
import type { Actor } from '../../../platform/identity';
import { OwedTitles, type Titled } from '../../obligations';

/** How far back and ahead, in days, something due is offered. */
const OLDEST_DAYS = 180;
const LATEST_DAYS = 62;
/** How many of each sort are offered, and among how many obligations a name is looked for. */
const MOST = 30;
const MOST_READ = 300;

/** Of which units, and what its number, title or unit holds; both may be empty. */
interface Asked {
  readonly unitIds: readonly string[];
  readonly find: string;
}
interface Named {
  readonly id: string;
  readonly title: string;
  readonly unitId: string;
  readonly unitName: string;
}
interface Owed extends Titled, Omit<Named, 'title'> {
  readonly period: Period;
  readonly dueAt: Instant;
  readonly metAt: Instant | null;
}

/** Offers what a notice can be about: what its units owe, measures of the running year, open matters of the register. */
@Injectable()
export class LinkChoices {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly titles: OwedTitles,
  ) {}

  /** What fits, what is owed first. Obligations are offered of the units that are named, or found by their names. */
  async list(actor: Actor, asked: Asked): Promise<LinkChoicesView> {
    const [owed, measures, matters] = await Promise.all([
      this.owed(actor.groupId, asked),
      this.measures(actor.groupId, asked),
      this.matters(actor.groupId, asked),
    ]);
    return { rows: [...owed, ...measures, ...matters] };
  }

  private async owed(groupId: string, asked: Asked): Promise<readonly LinkChoice[]> {
    if (asked.unitIds.length === 0 && asked.find === '') return [];
    const now = this.clock.now();
    const unit = unitsIn('o.unit_id', asked.unitIds);
    const named = asked.unitIds.length > 0 ? '' : 'AND INSTR(u.name, ?) > 0';
    const rows = await this.database.rows<Owed>(
      `SELECT o.id, o.kind, o.title, o.period, o.due_at AS dueAt, o.met_at AS metAt, u.id AS unitId, u.name AS unitName
       FROM obligation o JOIN unit u ON u.id = o.unit_id
       WHERE o.group_id = ? AND o.due_at >= ? AND o.due_at <= ? AND o.waived_at IS NULL AND o.kind <> 'ticket-sign'
         AND ${unit} ${named} ORDER BY o.due_at DESC, o.id LIMIT ${String(MOST_READ)}`,
      [
        ...[groupId, addWholeDays(now, -OLDEST_DAYS), addWholeDays(now, LATEST_DAYS), ...asked.unitIds],
        ...(named === '' ? [] : [asked.find]),
      ],
    );
    const choices: LinkChoice[] = [];
    for (const row of rows) {
      const title = await this.titles.of(groupId, row);
      const isFound = named !== '' || title.includes(asked.find) || row.unitName.includes(asked.find);
      if (isFound) choices.push(choiceOf('obligation', { ...row, title }, row));
    }
    const isLate = ({ isMet, dueAt }: LinkChoice): boolean => !isMet && dueAt !== null && dueAt <= now;
    const isPast = ({ dueAt }: LinkChoice): boolean => dueAt !== null && dueAt <= now;
    const done = choices.filter((choice) => isPast(choice) && !isLate(choice));
    // What is still ahead comes last, the next of it first: it is the rarest to be written about.
    const ahead = choices.filter((choice) => !isPast(choice)).reverse();
    return [...choices.filter(isLate), ...done, ...ahead].slice(0, MOST);
  }

  private async measures(groupId: string, { unitIds, find }: Asked): Promise<readonly LinkChoice[]> {
    const year = Number(beijingDate(this.clock.now()).slice(0, 4));
    const rows = await this.database.rows<Named & { readonly number: number }>(
      `SELECT m.id, m.title, m.number, u.id AS unitId, u.name AS unitName
       FROM ledger_measure m JOIN ledger_plan p ON p.id = m.plan_id JOIN unit u ON u.id = m.unit_id
       WHERE m.group_id = ? AND p.year = ? AND m.removed_at IS NULL AND ${unitsIn('m.unit_id', unitIds)}
         AND (? = '' OR m.number = ? OR INSTR(m.title, ?) > 0 OR INSTR(m.task, ?) > 0 OR INSTR(u.name, ?) > 0)
       ORDER BY u.number, m.number LIMIT ${String(MOST)}`,
      [groupId, year, ...unitIds, find, /^\d{1,6}$/.test(find) ? Number(find) : 0, find, find, find],
    );
    const months = await this.monthsOf(rows.map(({ id }) => id));
    return rows.map((row) => {
      return { ...choiceOf('measure', row), number: Number(row.number), periods: months.get(row.id) ?? [] };
    });
  }

  private async monthsOf(measureIds: readonly string[]): Promise<ReadonlyMap<string, readonly Period[]>> {
    const months = new Map<string, Period[]>();
    if (measureIds.length === 0) return months;
    const rows = await this.database.rows<{ id: string; period: Period }>(
      `SELECT measure_id AS id, period FROM ledger_row
       WHERE measure_id IN (${placesFor(measureIds)}) AND removed_at IS NULL ORDER BY period`,
      measureIds,
    );
    for (const { id, period } of rows) months.set(id, [...(months.get(id) ?? []), period]);
    return months;
  }

  private async matters(groupId: string, { unitIds, find }: Asked): Promise<readonly LinkChoice[]> {
    const concerned = unitsIn('c.unit_id', unitIds);
    const rows = await this.database.rows<Named>(
      `SELECT m.id, m.title, u.id AS unitId, u.name AS unitName FROM matter m JOIN unit u ON u.id = m.unit_id
       WHERE m.group_id = ? AND m.state <> 'closed'
         AND EXISTS (SELECT 1 FROM matter_unit c WHERE c.matter_id = m.id AND ${concerned})
         AND (? = '' OR INSTR(m.title, ?) > 0 OR INSTR(u.name, ?) > 0)
       ORDER BY m.raised_at DESC, m.id LIMIT ${String(MOST)}`,
      [groupId, ...unitIds, find, find, find],
    );
    return rows.map((row) => ({ ...choiceOf('matter', row), unitId: null }));
  }
}

function unitsIn(column: string, unitIds: readonly SqlValue[]): string {
  return unitIds.length === 0 ? '1 = 1' : `${column} IN (${placesFor(unitIds)})`;
}

function choiceOf(
  kind: LinkChoice['kind'],
  { id, title, unitId, unitName }: Named,
  owed: { readonly dueAt: Instant | null; readonly metAt: Instant | null } = { dueAt: null, metAt: null },
): LinkChoice {
  return {
    kind,
    id,
    title,
    unitId,
    unitName,
    dueAt: owed.dueAt,
    isMet: owed.metAt !== null,
    number: null,
    periods: [],
  };
}
