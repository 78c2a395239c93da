import { Injectable } from '@nestjs/common';
import type { Period } from '@jiannuo/shared/kernel';
import { ledgerSheet, type LedgerMonthView, type LedgerRowView } from '@jiannuo/shared/ledger';
import { sampleGroups, sampleLedger, type SampleGroup, type SampleUnit } from '@jiannuo/shared/samples';
import type { Sheet } from '@jiannuo/shared/sheets';
import { LedgerYears, PlanCommands } from '../features/ledger';
import { GroupQueries } from '../features/people';
import { DemoPeople } from './demo-people';

/** How far the visitor's own unit is in the demo's first month, and how far the others are. */
const DONE = { own: 4, others: 5 } as const;

/** Gives the sample groups their plans of the year, and lets sample units mark what they did. */
@Injectable()
export class SampleLedger {
  constructor(
    private readonly groups: GroupQueries,
    private readonly years: LedgerYears,
    private readonly plans: PlanCommands,
    private readonly people: DemoPeople,
  ) {}

  /** Hands every sample group its plan, as the lead unit did when the year began. */
  async plan(): Promise<void> {
    for (const group of sampleGroups) {
      const record = await this.groups.groupWithCode(group.key);
      if (record === null) throw new Error(`The sample group ${group.key} is not there.`);
      const { year } = group.settings;
      const order = { actor: 'system', groupId: record.id, year, planRevision: null, attachmentId: null } as const;
      await this.plans.import({ ...order, sheets: [await this.sheetOf(record.id, group)], reason: '年初下达' });
    }
  }

  /** Marks a unit's month: nearly all of a month that is over, some of one that runs. */
  async mark(group: SampleGroup, unit: SampleUnit, period: Period, share: 'all' | 'own' | 'others'): Promise<void> {
    const token = await this.people.tokenOf(`${group.key}/${String(unit.number)}/liaison`);
    const view = await this.people.expect<LedgerMonthView>({ token, url: `/api/ledger/month?period=${period}` });
    const isLacking = share === 'all' && unit.number % 3 === 1;
    const count = share === 'all' ? view.rows.length - (isLacking ? 1 : 0) : DONE[share];
    const open = view.rows.filter(({ state }) => state === 'planned');
    const counted = open.filter(({ measure }) => measure.target !== null);
    const plain = open.filter(({ measure }) => measure.target === null);
    const ordered = [...plain, ...counted];
    for (const row of ordered.slice(0, count)) await this.act(token, row, 'mark-done', goalOf(row));
    for (const row of ordered.slice(count).filter(({ measure }) => measure.target !== null)) {
      await this.act(token, row, 'record', partOf(row));
    }
  }

  private async act(token: string, row: LedgerRowView, action: string, figure: string): Promise<void> {
    const evidence = [{ id: 'e1', title: `${row.measure.title}工作简报`, kind: 'bulletin', attachmentId: null }];
    const completion = {
      work: row.detail,
      result: action === 'mark-done' ? row.goal : '',
      figure,
      evidence: action === 'mark-done' ? evidence : [],
    };
    const body = { revision: row.revision, completion };
    await this.people.expect({ token, method: 'POST', url: `/api/ledger/rows/${row.id}/${action}`, body });
  }

  private async sheetOf(groupId: string, group: SampleGroup): Promise<Sheet> {
    const { headings, units } = await this.years.of(groupId, group.settings.year);
    const idOf = (number: number): string => {
      const name = group.units.find((unit) => unit.number === number)?.name;
      return units.find((unit) => unit.name === name)?.id ?? '';
    };
    const plan = sampleLedger(group).map((measure) => ({ ...measure, number: 0, unitId: idOf(measure.unitNumber) }));
    const sheet = ledgerSheet({ headings, units, plan });
    // A measure that is new has no number yet.
    return { ...sheet, rows: sheet.rows.map((cells, index) => (index === 0 ? cells : ['', ...cells.slice(1)])) };
  }
}

function goalOf({ measure }: LedgerRowView): string {
  return measure.target?.goal ?? '';
}

function partOf({ measure }: LedgerRowView): string {
  return String(Math.floor((Number(measure.target?.goal ?? '0') * 3) / 4));
}
