import type { TemplateContract } from '../../templates/template-contract';
import type { EventDispatcher } from '../callback/event-dispatcher';
import type { SimulatorState } from '../state/simulator-state';

/** A call of `wx.requestSubscribeMessage` and what the person taps. A template without answer is rejected. */
export interface SheetTap {
  readonly appId: string;
  readonly userId: string;
  readonly templateIds: unknown;
  readonly answers: Readonly<Record<string, unknown>>;
  /** Whether "always keep these choices" was ticked. */
  readonly isKept: boolean;
}

/** What the call gives to the page: a status by template id, or an error code. */
export type SheetResult = Readonly<Record<string, string | number>>;

const MOST = 5;
const CALL = 'requestSubscribeMessage';

/** Shows the sheet where WeChat would, takes the answers into the books, and pushes the pop-up event. */
export async function tapSheet(state: SimulatorState, events: EventDispatcher, tap: SheetTap): Promise<SheetResult> {
  const openid = state.openidOf(tap.appId, tap.userId);
  const fault = faultOf(state, tap, openid);
  if (fault !== null) return { errCode: fault[0], errMsg: `${CALL}:fail ${fault[1]}` };
  const statuses = new Map<string, string>();
  const shown: [string, string][] = [];
  const titles = new Set<string>();
  for (const template of templatesOf(state, tap.templateIds)) {
    const id = template.priTmplId;
    const isRepeated = titles.has(template.title);
    titles.add(template.title);
    if (isRepeated || statuses.has(id)) statuses.set(id, statuses.get(id) ?? 'filter');
    else if (state.bannedTemplates.has(id)) statuses.set(id, 'ban');
    else statuses.set(id, answerOne(state, { tap, openid, template, shown }));
  }
  if (shown.length > 0) await events.answered({ appId: tap.appId, openid }, shown);
  return { errMsg: `${CALL}:ok`, ...Object.fromEntries(statuses) };
}

function answerOne(
  state: SimulatorState,
  asked: { tap: SheetTap; openid: string; template: TemplateContract; shown: [string, string][] },
): string {
  const { tap, openid, template, shown } = asked;
  const id = template.priTmplId;
  const kept = state.grants.keptChoice(openid, id);
  const status = kept ?? (tap.answers[id] === 'accept' ? 'accept' : 'reject');
  if (kept === null || state.readings['silent-acceptance-event'] === 'pushed') shown.push([id, status]);
  if (kept === null && tap.isKept) state.grants.keep(openid, id, status);
  if (status === 'accept') bank(state, openid, template);
  return status;
}

function bank(state: SimulatorState, openid: string, template: TemplateContract): void {
  if (template.type === 2) state.grants.add(openid, template.priTmplId);
  else state.grants.stand(openid, template.priTmplId);
}

function faultOf(state: SimulatorState, tap: SheetTap, openid: string): readonly [number, string] | null {
  const { templateIds } = tap;
  if (!Array.isArray(templateIds)) return [10004, 'Invalid template id'];
  if (templateIds.length === 0) return [10001, "TmplIds can't be empty"];
  if (templateIds.length > MOST) return [20003, 'Templates count out of max bounds'];
  if (!state.grants.isMainSwitchOn(openid)) return [20004, 'The main switch is switched off'];
  if (state.bannedApps.has(tap.appId)) return [20005, 'This mini program was banned from subscribing messages'];
  const templates = templatesOf(state, templateIds);
  if (templates.length < templateIds.length) return [20001, 'No template data return, verify the template id exist'];
  return new Set(templates.map((template) => template.type)).size > 1 ? [20002, 'Templates type must be same'] : null;
}

function templatesOf(state: SimulatorState, templateIds: unknown): readonly TemplateContract[] {
  if (!Array.isArray(templateIds)) return [];
  return templateIds.flatMap((id: unknown) => (typeof id === 'string' ? (state.template(id) ?? []) : []));
}
