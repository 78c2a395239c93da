import type { LightMyRequestResponse } from 'fastify';
import type { ApplicationListView, ApplicationView } from '@jiannuo/shared/applications';
import type { Period } from '@jiannuo/shared/kernel';
import { ApplicationQueries } from '../src/features/applications';
import type { OpenDatabase } from './databases';
import { MAY, openReportStage, type ReportStage } from './report-stage';

/** The lead unit of the main sample group. */
export const LEAD = '市专班牵头单位';
/** An added task as 逊克县 applies for it. */
export const TASK = {
  year: 2022,
  category: 'adjustment',
  kind: 'added-task',
  title: '“信用+养老”试点',
  text: '按省里部署新增一项任务，6家机构先行。',
  basis: {
    title: '关于开展“信用+养老”试点的通知',
    number: '黑信用办〔2022〕9号',
    issuer: '省信用办',
    date: '2022-05-06',
  },
  evidence: [],
  fromPeriod: MAY,
  earlierId: null,
};
/** Something that nobody did before. */
export const FIRST = { ...TASK, kind: 'local-innovation', title: '信用进村', fromPeriod: null };
/** An innovation. */
export const AWARD = {
  ...TASK,
  category: 'innovation',
  kind: '2',
  title: '信用进村做法获省厅推广',
  basis: { title: '关于推广信用进村做法的通报', number: '', issuer: '省发展改革委', date: '2022-05-10' },
  fromPeriod: null,
};
/** An approval. */
export const YES = { decision: 'approve', reason: '' };
/** A refusal. */
export const NO = { decision: 'refuse', reason: '通知里没有这一项。' };

/** The main sample group on 18 May 2022, with the words in which stories about applications are told. */
export interface ApplicationStage {
  readonly stage: ReportStage;
  /** Tokens of 逊克县's liaison, who acts where nobody is named, and of the lead unit's officer. */
  readonly officer: string;
  readonly lead: string;
  post(as: string, path: string, body?: object): Promise<LightMyRequestResponse>;
  submit(body?: object): Promise<string>;
  decide(id: string, body?: object): Promise<LightMyRequestResponse>;
  /** Handed in and approved. */
  approved(body?: object): Promise<string>;
  confirm(id: string, period?: Period, verdict?: string, reason?: string): Promise<LightMyRequestResponse>;
  list(as?: string): Promise<ApplicationListView>;
  view(id: string, as?: string): Promise<ApplicationView>;
  credited(period?: Period): Promise<object>;
  unitOf(name: string): Promise<string>;
}

/** Starts the real server with the samples. */
export async function openApplicationStage(open: OpenDatabase): Promise<ApplicationStage> {
  const stage = await openReportStage(open);
  stage.at('2022-05-18T01:00:00.000Z');
  const officer = await stage.as('逊克县', 'liaison');
  const lead = await stage.as(LEAD, 'lead-officer');
  const all: ApplicationStage = {
    stage,
    officer,
    lead,
    post: (as, path, body = {}) => stage.ask({ method: 'POST', url: `/api/applications${path}`, as, body }),
    submit: async (body = TASK) => (await all.post(officer, '', body)).json<{ id: string }>().id,
    decide: (id, body = YES) => all.post(lead, `/${id}/decide`, body),
    approved: async (body = TASK) => {
      const id = await all.submit(body);
      await all.decide(id);
      return id;
    },
    confirm: (id, period = MAY, verdict = 'carried-out', reason = '') =>
      all.post(lead, `/${id}/months`, { period, verdict, reason }),
    list: async (as = officer) => (await stage.ask({ url: '/api/applications', as })).json(),
    view: async (id, as = officer) => (await stage.ask({ url: `/api/applications/${id}`, as })).json(),
    credited: async (period = MAY) => {
      const scope = { groupId: stage.groupId, unitId: null };
      return Object.fromEntries(await stage.server.app.get(ApplicationQueries).credited(scope, period));
    },
    unitOf: async (name) => {
      const [unit] = await stage.rows<{ id: string }>('SELECT id FROM unit WHERE name = ?', [name]);
      return unit!.id;
    },
  };
  return all;
}

/** The code of a refusal. */
export function codeOf(answer: LightMyRequestResponse): string {
  return answer.json<{ code: string }>().code;
}
