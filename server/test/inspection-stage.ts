import type { LightMyRequestResponse } from 'fastify';
import type {
  FindingStanding,
  FindingStepRequest,
  FindingView,
  InspectedListView,
  InspectionStanding,
  InspectionStepRequest,
  InspectionView,
} from '@jiannuo/shared/inspections';
import type { OpenDatabase } from './databases';
import { aForm, aPdf } from './files';
import { openSupervisionStage, type SupervisionStage } from './supervision-stage';

/** When what was found is to be put right unless a story says otherwise: 25 May, 18:00. */
export const RECTIFY_BY = '2022-05-25T10:00:00.000Z';
/** An inspection as the lead unit plans it, still without its units. */
const PLAN = {
  method: 'unannounced',
  subject: 'key-tasks',
  title: '窗口承诺公示暗访',
  matter: '看窗口是否公示承诺、限时办结。',
  fromOn: '2022-05-16',
  toOn: '2022-05-18',
  others: '',
  memberIds: [] as readonly string[],
};

/** The main sample group on 16 May 2022, with the words in which stories about inspections are told. */
export interface InspectionStage {
  readonly told: SupervisionStage;
  post(as: string, path: string, body: object): Promise<LightMyRequestResponse>;
  /** Plans an inspection of these units; the answer as it came. */
  plan(units: readonly string[], change?: object): Promise<LightMyRequestResponse>;
  /** Takes an inspection a step on, with the version it has. */
  move(
    id: string,
    action: InspectionStepRequest['action'],
    as?: string,
    reason?: string,
  ): Promise<LightMyRequestResponse>;
  /** Puts in a file, for named persons alone or for everybody of the unit; its id. */
  upload(as: string, name: string, isReserved: boolean): Promise<string>;
  /** Notes a finding about a unit; its id. */
  note(id: string, unitName?: string, change?: object): Promise<string>;
  /** Plans an inspection of 逊克县, starts it, notes one finding and releases it; the inspection and the finding. */
  released(change?: object): Promise<{ readonly id: string; readonly finding: string }>;
  inspection(id: string, as?: string): Promise<InspectionView>;
  finding(id: string, as?: string): Promise<FindingView>;
  mine(as?: string): Promise<InspectedListView>;
  step(
    id: string,
    action: FindingStepRequest['action'],
    said?: Partial<Omit<FindingStepRequest, 'action' | 'evidence'>> & { readonly evidence?: readonly object[] },
    as?: string,
  ): Promise<LightMyRequestResponse>;
}

/** Starts the real server with the samples. */
export async function openInspectionStage(open: OpenDatabase): Promise<InspectionStage> {
  const told = await openSupervisionStage(open);
  const { stage, writer, officer } = told;
  const get = async <T>(path: string, as: string): Promise<T> =>
    (await stage.ask({ url: `/api/inspections/${path}`, as })).json<T>();
  const all: InspectionStage = {
    told,
    post: (as, path, body) => stage.ask({ method: 'POST', url: `/api/inspections/${path}`, as, body }),
    plan: async (units, change = {}) => {
      const unitIds = await Promise.all(units.map((name) => told.unitOf(name)));
      return all.post(writer, 'plans', { plan: { ...PLAN, unitIds, ...change } });
    },
    move: async (id, action, as = writer, reason = '') => {
      const { version } = await all.inspection(id, as);
      return all.post(as, `plans/${id}/steps`, { action, version, reason });
    },
    upload: async (as, name, isReserved) => {
      const { headers, payload } = aForm(name, aPdf(name), isReserved ? { reserved: 'yes' } : {});
      const sent = await stage.ask({ method: 'POST', url: '/api/attachments', as, body: payload, headers });
      return sent.json<{ id: string }>().id;
    },
    note: async (id, unitName = '逊克县', change = {}) => {
      const finding = {
        unitId: await told.unitOf(unitName),
        subject: 'key-tasks',
        facts: '两个窗口没有公示承诺。',
        evidence: [],
        demand: '补上公示，报整改情况。',
        dueAt: RECTIFY_BY,
        ...change,
      };
      return (await all.post(writer, `plans/${id}/findings`, { finding })).json<FindingStanding>().id;
    },
    released: async (change = {}) => {
      const { id } = (await all.plan(['逊克县'], change)).json<InspectionStanding>();
      await all.move(id, 'start');
      const finding = await all.note(id);
      await all.move(id, 'conclude');
      await all.move(id, 'release');
      return { id, finding };
    },
    inspection: (id, as = writer) => get(`plans/${id}`, as),
    finding: (id, as = officer) => get(`findings/${id}`, as),
    mine: (as = officer) => get('mine', as),
    step: (id, action, said = {}, as = officer) => all.post(as, `findings/${id}/steps`, { action, ...said }),
  };
  return all;
}
