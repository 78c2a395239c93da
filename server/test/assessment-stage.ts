import type { LightMyRequestResponse } from 'fastify';
import {
  caseOf,
  EMPTY_DRAFT,
  sheetPoints,
  withStatements,
  type AssessmentListView,
  type AssessmentView,
  type SheetDraft,
} from '@jiannuo/shared/assessment';
import type { Instant } from '@jiannuo/shared/kernel';
import type { LedgerMonthView } from '@jiannuo/shared/ledger';
import type { Role } from '@jiannuo/shared/people';
import { ObligationOpening } from '../src/features/obligations';
import type { SqlValue } from '../src/platform/database';
import { OutboxDispatcher } from '../src/platform/outbox';
import { Ticker } from '../src/platform/schedule';
import type { OpenDatabase } from './databases';
import { LEAD, openLedgerStage } from './ledger-stage';
import type { TestRequest } from './served';

const MAY = '2022-05';

/** The main sample group with its plan, in May 2022, and the words in which stories about assessments are told. */
export interface AssessmentStage {
  /** Tokens of the lead unit's officer and of 逊克县's liaison. */
  readonly lead: string;
  readonly officer: string;
  at(instant: Instant): void;
  as(unitName: string, role: Role): Promise<string>;
  ask(request: TestRequest): Promise<LightMyRequestResponse>;
  get(url: string, as: string): Promise<LightMyRequestResponse>;
  post(id: string, verb: string, as: string, body?: object): Promise<LightMyRequestResponse>;
  /** The county has nothing against the review as it stands now. */
  agree(id: string, as: string): Promise<LightMyRequestResponse>;
  put(id: string, what: string, as: string, body: object): Promise<LightMyRequestResponse>;
  rows<T extends object>(sql: string, parameters?: readonly SqlValue[]): Promise<T[]>;
  list(): Promise<AssessmentListView>;
  publish(): Promise<LightMyRequestResponse>;
  /** 全部定稿. */
  finaliseAll(as?: string): Promise<LightMyRequestResponse>;
  /** Opens the county's May as its liaison. */
  open(unitName: string): Promise<string>;
  view(id: string, as: string): Promise<AssessmentView>;
  /** Opens and hands in, untouched or with what is said. */
  handIn(unitName: string, say?: (view: AssessmentView) => Partial<SheetDraft>): Promise<string>;
  /** Handed in where it can be, and reviewed without a change. */
  reviewed(unitName: string): Promise<string>;
  /** Reviewed, agreed and final. */
  final(unitName: string): Promise<string>;
  /** Marks the county’s measures of May done, all but some. */
  markDone(unitName: string, but: number): Promise<void>;
  /** Another officer of the lead unit. */
  second(): Promise<string>;
  /** Delivers what waits in the outbox. */
  deliver(): Promise<void>;
  /** Runs what runs by itself, once. */
  tick(): Promise<void>;
  close(): Promise<void>;
}

/** Starts the real server with the samples, the plan, and the month of May opened. */
export async function openAssessmentStage(open: OpenDatabase): Promise<AssessmentStage> {
  const { server, groupId, lead, officer, close } = await openLedgerStage(open);
  await server.app.get(ObligationOpening).openPeriod(groupId, MAY);
  const tokens = new Map<string, string>();
  const stage: AssessmentStage = {
    lead,
    officer,
    at: (instant) => server.clock.set(instant),
    as: async (unitName, role) => {
      if (unitName === LEAD) return lead;
      const token = tokens.get(unitName) ?? (unitName === '逊克县' ? officer : await server.signInAs(unitName, role));
      tokens.set(unitName, token);
      return token;
    },
    ask: (request) => server.ask(request),
    get: (url, as) => server.ask({ url, as }),
    post: (id, verb, as, body = {}) => server.ask({ method: 'POST', url: `/api/assessments/${id}/${verb}`, as, body }),
    agree: async (id, as) => {
      const { version } = await stage.view(id, as);
      return stage.post(id, 'agree', as, { version });
    },
    put: (id, what, as, body) => server.ask({ method: 'PUT', url: `/api/assessments/${id}/${what}`, as, body }),
    rows: (sql, parameters) => server.database.rows(sql, parameters),
    list: async () => (await stage.get(`/api/assessments?period=${MAY}`, lead)).json(),
    publish: () => server.ask({ method: 'POST', url: '/api/assessments/publish', as: lead, body: { period: MAY } }),
    finaliseAll: (as = lead) =>
      server.ask({ method: 'POST', url: '/api/assessments/finalise', as, body: { period: MAY } }),
    open: async (unitName) => {
      const row = (await stage.list()).rows.find((each) => each.unitName === unitName);
      const as = await stage.as(unitName, 'liaison');
      const body = { obligationId: row?.obligationId };
      return (await server.ask({ method: 'POST', url: '/api/assessments', as, body })).json<{ assessmentId: string }>()
        .assessmentId;
    },
    view: async (id, as) => (await stage.get(`/api/assessments/${id}`, as)).json(),
    handIn: async (unitName, say = () => ({})) => {
      const id = await stage.open(unitName);
      const as = await stage.as(unitName, 'liaison');
      const view = await stage.view(id, as);
      const content = { ...EMPTY_DRAFT, ...say(view) };
      const month = withStatements(caseOf(view.records, view.serverNow, true), content);
      const { total } = sheetPoints(month, content.scores);
      await stage.post(id, 'submit', as, { revision: view.draft.revision, total, content });
      return id;
    },
    reviewed: async (unitName) => {
      const id = await stage.open(unitName);
      const as = await stage.as(unitName, 'liaison');
      const { state, metAt } = await stage.view(id, as);
      if (state === 'draft' && metAt === null) await stage.handIn(unitName);
      const { version } = await stage.view(id, lead);
      await stage.post(id, 'confirm', lead, { version, review: { verdicts: [], reasons: {} } });
      return id;
    },
    final: async (unitName) => {
      const id = await stage.reviewed(unitName);
      await stage.agree(id, await stage.as(unitName, 'liaison'));
      await stage.post(id, 'finalise', lead);
      return id;
    },
    markDone: async (unitName, but) => {
      const as = await stage.as(unitName, 'liaison');
      const { rows } = (await stage.get(`/api/ledger/month?period=${MAY}`, as)).json<LedgerMonthView>();
      for (const { id, revision } of rows.slice(but)) {
        const completion = { work: '上墙公开了。', result: '', figure: '', evidence: [] };
        const body = { revision, completion };
        await server.ask({ method: 'POST', url: `/api/ledger/rows/${id}/mark-done`, as, body });
      }
    },
    second: () => server.signInNamed('市专班经办人乙'),
    tick: () => server.app.get(Ticker).tick(),
    deliver: async () => {
      await server.app.get(OutboxDispatcher).drain();
    },
    close,
  };
  return stage;
}
