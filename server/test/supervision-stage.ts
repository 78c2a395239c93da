import type { LightMyRequestResponse } from 'fastify';
import type { Instant } from '@jiannuo/shared/kernel';
import type { InboxView } from '@jiannuo/shared/notifications';
import type {
  NoticeListView,
  NoticeStanding,
  NoticeStepRequest,
  NoticeView,
  TicketListView,
  TicketStepRequest,
  TicketView,
} from '@jiannuo/shared/supervision';
import { Transactions } from '../src/platform/database';
import { Sessions } from '../src/platform/identity';
import { OutboxDispatcher } from '../src/platform/outbox';
import type { OpenDatabase } from './databases';
import { openReportStage, type ReportStage } from './report-stage';

/** The lead unit of the main sample group. */
export const LEAD = '市专班牵头单位';
/** When stories about notices begin: 16 May 2022, 09:20 in Beijing. */
export const ISSUED = '2022-05-16T01:20:00.000Z';
/** When an answer is due unless a story says otherwise: 25 May, 18:00. */
export const ANSWER_DUE = '2022-05-25T10:00:00.000Z';
/** An order as the lead unit drafts it, still without its units. */
export const ORDER = {
  title: '“码上诚信”赋码进度滞后',
  ground: 'late',
  requirement: '查明赋码低于时序进度的原因，5月底前累计占比达到23.5%。',
  fields: { facts: '到5月15日累计占比20.11%。' },
  answer: 'feedback',
  dueAt: ANSWER_DUE,
  addressees: [] as readonly { readonly unitId: string; readonly part: string }[],
  earlierId: null as string | null,
  link: null,
  evidence: [],
  readerIds: [] as readonly string[],
};

/** What a talk (约谈) says beside its requirement, held at that moment. */
export function talkFields(heldAt: Instant, facts = '仍没有达到。'): Readonly<Record<string, string>> {
  return { facts, persons: '分管负责人', conductor: '牵头单位负责人', heldAt, place: '三楼会议室' };
}

/** What a step carries beside its action. */
type Said = Partial<Omit<TicketStepRequest, 'action' | 'evidence'>> & { readonly evidence?: readonly object[] };

/** The main sample group on 16 May 2022, with the words in which stories about notices are told. */
export interface SupervisionStage {
  readonly stage: ReportStage;
  /** Tokens of 逊克县's liaison, of the officer of the lead unit who writes and of the one who checks. */
  readonly officer: string;
  readonly writer: string;
  readonly checker: string;
  post(as: string, path: string, body: object): Promise<LightMyRequestResponse>;
  unitOf(name: string): Promise<string>;
  /** Drafts a notice to these units; the answer as it came. */
  draft(
    kind: string,
    units: readonly string[],
    change?: object,
    correctsId?: string | null,
  ): Promise<LightMyRequestResponse>;
  /** Takes a notice a step on, with the version it has. */
  move(id: string, action: NoticeStepRequest['action'], as?: string, reason?: string): Promise<LightMyRequestResponse>;
  /** Drafts, has checked and issues; the id. */
  issued(kind: string, units: readonly string[], change?: object, correctsId?: string | null): Promise<string>;
  notice(id: string, as?: string): Promise<NoticeView>;
  notices(as?: string): Promise<NoticeListView>;
  /** The ticket of a unit, by its notice. */
  ticketOf(noticeId: string, unitName?: string): Promise<string>;
  ticket(id: string, as?: string): Promise<TicketView>;
  tickets(as?: string): Promise<TicketListView>;
  step(id: string, action: TicketStepRequest['action'], said?: Said, as?: string): Promise<LightMyRequestResponse>;
  /** Lets every message reach its inbox. */
  deliver(): Promise<void>;
  inbox(as: string): Promise<InboxView>;
  at(instant: Instant): void;
}

/** Starts the real server with the samples. */
export async function openSupervisionStage(open: OpenDatabase): Promise<SupervisionStage> {
  const stage = await openReportStage(open);
  stage.at(ISSUED);
  const officer = await stage.as('逊克县', 'liaison');
  const writer = await stage.as(LEAD, 'lead-officer');
  const checker = await signInNth(stage, 1);
  const get = async <T>(path: string, as: string): Promise<T> => {
    return (await stage.ask({ url: `/api/supervision/${path}`, as })).json<T>();
  };
  const all: SupervisionStage = {
    stage,
    officer,
    writer,
    checker,
    post: (as, path, body) => stage.ask({ method: 'POST', url: `/api/supervision/${path}`, as, body }),
    unitOf: async (name) => {
      const [unit] = await stage.rows<{ id: string }>('SELECT id FROM unit WHERE name = ? AND group_id = ?', [
        name,
        stage.groupId,
      ]);
      return unit!.id;
    },
    draft: async (kind, units, change = {}, correctsId = null) => {
      const ids = await Promise.all(units.map((name) => all.unitOf(name)));
      const addressees = ids.map((unitId) => ({ unitId, part: 'main' }));
      return all.post(writer, 'notices', { kind, content: { ...ORDER, addressees, ...change }, correctsId });
    },
    move: async (id, action, as = writer, reason = '') => {
      const { version } = await all.notice(id, as);
      return all.post(as, `notices/${id}/steps`, { action, version, reason });
    },
    issued: async (kind, units, change, correctsId) => {
      const { id } = (await all.draft(kind, units, change, correctsId)).json<NoticeStanding>();
      await all.move(id, 'send');
      await all.move(id, 'check', checker);
      await all.move(id, 'issue');
      return id;
    },
    notice: (id, as = writer) => get(`notices/${id}`, as),
    notices: (as = writer) => get('notices', as),
    ticketOf: async (noticeId, unitName = '逊克县') => {
      const sql = 'SELECT id FROM supervision_ticket WHERE notice_id = ? AND unit_id = ?';
      const [ticket] = await stage.rows<{ id: string }>(sql, [noticeId, await all.unitOf(unitName)]);
      return ticket!.id;
    },
    ticket: (id, as = officer) => get(`tickets/${id}`, as),
    tickets: (as = officer) => get('tickets', as),
    step: (id, action, said = {}, as = officer) => all.post(as, `tickets/${id}/steps`, { action, ...said }),
    deliver: async () => {
      await stage.server.app.get(OutboxDispatcher).drain();
      // A message that failed waits for a second try, which never comes while the clock stands.
      const failed = "SELECT topic, last_error FROM outbox_message WHERE state = 'waiting' AND last_error IS NOT NULL";
      expect(await stage.rows(failed)).toEqual([]);
    },
    inbox: async (as) => (await stage.ask({ url: '/api/inbox', as })).json(),
    at: (instant) => {
      stage.at(instant);
    },
  };
  return all;
}

/** The same with an order to 逊克县, and its ticket. */
export async function openTicketStage(
  open: OpenDatabase,
): Promise<{ readonly told: SupervisionStage; readonly stage: ReportStage; readonly ticket: string }> {
  const told = await openSupervisionStage(open);
  return { told, stage: told.stage, ticket: await told.ticketOf(await told.issued('order', ['逊克县'])) };
}

/** The post of the lead unit's second officer, who checks what the first writes. */
export async function secondOfficerOf({ groupId, rows }: ReportStage): Promise<string> {
  const [, second] = await rows<{ id: string }>(
    `SELECT a.id FROM appointment a JOIN unit u ON u.id = a.unit_id
     WHERE u.group_id = ? AND a.role = 'lead-officer' ORDER BY a.id`,
    [groupId],
  );
  return second!.id;
}

/** Signs in one of the lead unit's officers, counted from 0, and answers the token. */
export async function signInNth({ server, rows }: ReportStage, nth: number): Promise<string> {
  const officers = await rows<{ id: string; person_id: string }>(
    `SELECT a.id, a.person_id FROM appointment a JOIN unit u ON u.id = a.unit_id
     WHERE u.name = ? AND a.role = 'lead-officer' AND a.ended_at IS NULL ORDER BY a.id`,
    [LEAD],
  );
  const { id, person_id } = officers[nth]!;
  const whom = { personId: person_id, appointmentId: id, device: 'phone' } as const;
  const opened = await server.app.get(Transactions).run((tx) => server.app.get(Sessions).open(tx, whom));
  return opened.token;
}

/** The oversight group (督导考评问责专班), to which clues go. */
export const OVERSIGHT = '督导考评问责专班';

/** Its unit, and the appointment of its liaison. */
export async function oversightOf({ groupId, rows }: ReportStage): Promise<{ unitId: string; liaisonId: string }> {
  const [found] = await rows<{ unitId: string; liaisonId: string }>(
    `SELECT u.id AS unitId, a.id AS liaisonId FROM unit u JOIN appointment a ON a.unit_id = u.id
     WHERE u.group_id = ? AND u.name = ? AND a.role = 'liaison' AND a.ended_at IS NULL`,
    [groupId, OVERSIGHT],
  );
  return found!;
}

/** The code of a refusal. */
export function codeOf(answer: LightMyRequestResponse): string {
  return answer.json<{ code: string }>().code;
}
