import type { EventDispatcher } from '../callback/event-dispatcher';
import type { SimulatorState } from '../state/simulator-state';

/** What a person does or is in one app. */
export interface PersonInApp {
  readonly appId: string;
  readonly userId: string;
}

/** Refuses further messages of a template in the menu of a message. */
export async function refuseFromMenu(
  state: SimulatorState,
  events: EventDispatcher,
  { appId, userId, templateId }: PersonInApp & { readonly templateId: string },
): Promise<void> {
  const openid = state.openidOf(appId, userId);
  if (state.readings['refusal-clears-grants'] === 'cleared' || state.template(templateId)?.type === 3) {
    state.grants.clear(openid, templateId);
  }
  await events.refused({ appId, openid }, templateId);
}

/** What `wx.getSetting` tells about messages: only kept choices are listed, never a count. */
export function subscriptionSetting(state: SimulatorState, { appId, userId }: PersonInApp): object {
  const openid = state.openidOf(appId, userId);
  const kept = state.options.templates.flatMap(({ priTmplId }) => {
    const choice = state.grants.keptChoice(openid, priTmplId);
    return choice === null ? [] : [[priTmplId, choice] as const];
  });
  return { mainSwitch: state.grants.isMainSwitchOn(openid), itemSettings: Object.fromEntries(kept) };
}

/** What WeChat really holds for a person: grants by template. Nobody outside can ask WeChat for this. */
export function grantsOf(
  state: SimulatorState,
  { appId, userId }: PersonInApp,
): Readonly<Record<string, number | boolean>> {
  const openid = state.openidOf(appId, userId);
  return Object.fromEntries(
    state.options.templates.map(({ priTmplId, type }) => [
      priTmplId,
      type === 3 ? state.grants.isStanding(openid, priTmplId) : state.grants.balance(openid, priTmplId),
    ]),
  );
}
