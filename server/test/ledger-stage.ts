import type { LightMyRequestResponse } from 'fastify';
import {
  LEDGER_COLUMNS,
  LEDGER_SHEET,
  ledgerSheet,
  type LedgerMonthView,
  type LedgerRowView,
  type PlanResult,
} from '@jiannuo/shared/ledger';
import { HEIHE_2022, sampleLedger } from '@jiannuo/shared/samples';
import type { CellValue, Sheet } from '@jiannuo/shared/sheets';
import { LedgerYears, PlanCommands } from '../src/features/ledger';
import { workbookOf } from '../src/platform/excel';
import { startTestApplication, type TestApplication } from './application';
import type { OpenDatabase } from './databases';
import { aForm } from './files';

/** The lead unit of the main sample group. */
export const LEAD = '市专班牵头单位';
/** The headings of the plan's list. */
export const TITLES = LEDGER_COLUMNS.map(({ title }) => title);
/** What a unit says of a month at the least. */
export const DONE = { work: '按计划办了。', result: '', figure: '', evidence: [] };

/** The main sample group with its plan of the year imported, and the words in which stories about the ledger are told. */
export interface LedgerStage {
  readonly server: TestApplication;
  readonly groupId: string;
  /** Tokens of the lead unit's officer, and of 逊克县's liaison, who acts where nobody is named. */
  readonly lead: string;
  readonly officer: string;
  month(as?: string, period?: string): Promise<LedgerMonthView>;
  /** 逊克县's row of a month whose measure has these words in its name. */
  rowNamed(words: string, period?: string): Promise<LedgerRowView>;
  act(
    row: Pick<LedgerRowView, 'id' | 'revision'>,
    action: string,
    more?: object,
    as?: string,
  ): Promise<LightMyRequestResponse>;
  upload(file: Buffer, as?: string, name?: string): Promise<string>;
  preview(attachmentId: string): Promise<LightMyRequestResponse>;
  importFile(attachmentId: string, planRevision: number): Promise<LightMyRequestResponse>;
  close(): Promise<void>;
}

/** Starts the real server with the samples and the plan. */
export async function openLedgerStage(open: OpenDatabase): Promise<LedgerStage> {
  const database = await open();
  const server = await startTestApplication({ database });
  const [group] = await server.database.rows<{ id: string }>('SELECT id FROM working_group WHERE code = ?', [
    HEIHE_2022.key,
  ]);
  const groupId = group!.id;
  await importSamplePlan(server, groupId);
  const lead = await server.signInAs(LEAD, 'lead-officer');
  const officer = await server.signInAs('逊克县', 'liaison');
  const stage: LedgerStage = {
    server,
    groupId,
    lead,
    officer,
    month: async (as = officer, period = '2022-05') =>
      (await server.ask({ url: `/api/ledger/month?period=${period}`, as })).json(),
    rowNamed: async (words, period) =>
      (await stage.month(officer, period)).rows.find(({ measure }) => measure.title.includes(words))!,
    act: (row, action, more = {}, as = officer) => {
      const said = action === 'mark-done' ? { completion: DONE } : {};
      const body = { revision: row.revision, ...said, ...more };
      return server.ask({ method: 'POST', url: `/api/ledger/rows/${row.id}/${action}`, as, body });
    },
    upload: async (file, as = lead, name = '台账.xlsx') => {
      const form = aForm(name, file);
      const headers = { ...form.headers, authorization: `Bearer ${as}` };
      const request = { method: 'POST', url: '/api/attachments', headers, payload: form.payload } as const;
      return (await server.app.inject(request)).json<{ id: string }>().id;
    },
    preview: (attachmentId) =>
      server.ask({ url: `/api/ledger/import?year=2022&attachmentId=${attachmentId}`, as: lead }),
    importFile: (attachmentId, planRevision) => {
      const body = { year: 2022, attachmentId, planRevision, reason: '调整' };
      return server.ask({ method: 'POST', url: '/api/ledger/import', as: lead, body });
    },
    close: async () => {
      await server.close();
      await database.close();
    },
  };
  return stage;
}

/** A list as Excel would save it. */
export function listOf(rows: readonly (readonly CellValue[])[]): Promise<Buffer> {
  return workbookOf([{ name: LEDGER_SHEET, rows: [TITLES, ...rows] }]);
}

/** Imports the sample plan of the main sample group. */
export async function importSamplePlan(server: TestApplication, groupId: string): Promise<PlanResult> {
  const year = await server.app.get(LedgerYears).of(groupId, 2022);
  const unitIds = new Map(year.units.map(({ id, name }) => [name, id]));
  const plan = sampleLedger(HEIHE_2022).map((measure) => {
    const unit = HEIHE_2022.units.find(({ number }) => number === measure.unitNumber)!;
    return { ...measure, number: 0, unitId: unitIds.get(unit.name) ?? '' };
  });
  const order = {
    actor: 'command-line',
    groupId,
    year: 2022,
    sheets: [asNew(ledgerSheet({ ...year, plan }))],
  } as const;
  return server.app.get(PlanCommands).import({ ...order, planRevision: null, attachmentId: null, reason: '年初下达' });
}

function asNew(sheet: Sheet): Sheet {
  return { ...sheet, rows: sheet.rows.map((cells, index) => (index === 0 ? cells : ['', ...cells.slice(1)])) };
}
