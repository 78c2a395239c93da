import type { LightMyRequestResponse } from 'fastify';
import type { Instant, Period } from '@jiannuo/shared/kernel';
import {
  boardOfAnswer,
  type BoardAnswer,
  type BoardView,
  type MyObligationsView,
  type ObligationKind,
} from '@jiannuo/shared/obligations';
import type { Role } from '@jiannuo/shared/people';
import type { ReceiptView, ReportContent, ReportView } from '@jiannuo/shared/reporting';
import { aReport, HEIHE_2022 } from '@jiannuo/shared/samples';
import { ObligationOpening } from '../src/features/obligations';
import type { SqlValue } from '../src/platform/database';
import { startTestApplication, type TestApplication } from './application';
import type { OpenDatabase } from './databases';
import type { TestRequest } from './served';

/** The month that most stories play in; its report is due when the 21st begins in Beijing. */
export const MAY = '2022-05';
export const MAY_DUE = '2022-05-20T16:00:00.000Z';

/** A complete report of the main sample group. */
export const COMPLETE: ReportContent = aReport(HEIHE_2022.form).filled().content;

/** The main sample group in May 2022, with the words in which stories about reports are told. */
export interface ReportStage {
  readonly server: TestApplication;
  readonly groupId: string;
  at(instant: Instant): void;
  as(unitName: string, role: Role): Promise<string>;
  ask(request: TestRequest): Promise<LightMyRequestResponse>;
  rows<T extends object>(sql: string, parameters?: readonly SqlValue[]): Promise<T[]>;
  obligation(unitName: string, kind?: ObligationKind, period?: Period): Promise<ObligationRecord>;
  /** Opens the unit's report of May as its liaison and answers its id. */
  open(unitName: string): Promise<string>;
  view(token: string, reportId: string): Promise<ReportView>;
  /** Hands in as the unit's liaison, with the revision that the server has. */
  submit(unitName: string, reportId: string, content?: unknown): Promise<LightMyRequestResponse>;
  /** Opens and hands in; the receipt. */
  handIn(unitName: string): Promise<ReceiptView>;
  board(period?: Period): Promise<BoardView>;
  mine(unitName: string): Promise<MyObligationsView>;
  close(): Promise<void>;
}

/** An obligation as its table holds it. */
export interface ObligationRecord {
  readonly id: string;
  readonly due_at: Instant;
  readonly original_due_at: Instant;
  readonly met_at: Instant | null;
  readonly channel: string | null;
  readonly waived_at: Instant | null;
  readonly record_id: string | null;
  readonly ordinal: number;
}

/** Starts the real server with the samples and the months April to June opened. */
export async function openReportStage(open: OpenDatabase): Promise<ReportStage> {
  const database = await open();
  const server = await startTestApplication({ database });
  const [group] = await server.database.rows<{ id: string }>('SELECT id FROM working_group WHERE code = ?', [
    HEIHE_2022.key,
  ]);
  const groupId = group!.id;
  for (const period of ['2022-04', MAY, '2022-06']) await server.app.get(ObligationOpening).openPeriod(groupId, period);
  const tokens = new Map<string, string>();
  const stage: ReportStage = {
    server,
    groupId,
    at: (instant) => server.clock.set(instant),
    as: async (unitName, role) => {
      // A session ends after 30 days without use, and some stories play for months.
      const who = `${unitName} ${role} ${server.clock.now().slice(0, 7)}`;
      const token = tokens.get(who) ?? (await server.signInAs(unitName, role));
      tokens.set(who, token);
      return token;
    },
    ask: (request) => server.ask(request),
    rows: (sql, parameters) => server.database.rows(sql, parameters),
    obligation: async (unitName, kind = 'monthly-report', period = MAY) => {
      const rows = await server.database.rows<ObligationRecord>(
        `SELECT o.* FROM obligation o JOIN unit u ON u.id = o.unit_id
         WHERE u.name = ? AND o.kind = ? AND o.period = ? ORDER BY o.ordinal DESC`,
        [unitName, kind, period],
      );
      return rows[0]!;
    },
    open: async (unitName) => {
      const { id } = await stage.obligation(unitName);
      const as = await stage.as(unitName, 'liaison');
      const answer = await server.ask({ method: 'POST', url: '/api/reports', as, body: { obligationId: id } });
      return answer.json<{ reportId: string }>().reportId;
    },
    view: async (token, reportId) => (await server.ask({ url: `/api/reports/${reportId}`, as: token })).json(),
    submit: async (unitName, reportId, content = COMPLETE) => {
      const as = await stage.as(unitName, 'liaison');
      const { draft } = await stage.view(as, reportId);
      const body = { revision: draft.revision, device: 'phone-1', content };
      return server.ask({ method: 'POST', url: `/api/reports/${reportId}/submit`, as, body });
    },
    handIn: async (unitName) => (await stage.submit(unitName, await stage.open(unitName))).json(),
    board: async (period = MAY) => {
      const as = await stage.as('市专班牵头单位', 'lead-officer');
      return boardOfAnswer((await server.ask({ url: `/api/board?period=${period}`, as })).json<BoardAnswer>());
    },
    mine: async (unitName) => {
      const as = await stage.as(unitName, 'liaison');
      return (await server.ask({ url: '/api/obligations/mine', as })).json();
    },
    close: async () => {
      await server.close();
      await database.close();
    },
  };
  return stage;
}
