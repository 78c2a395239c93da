import type { TemplateContract } from '../../templates/template-contract';
import { SimulatedRefusal } from '../state/refusal';
import type { SimulatorState } from '../state/simulator-state';

interface Spending {
  readonly openid: string;
  readonly template: TemplateContract;
  readonly values: ReadonlyMap<string, string>;
}

const BEIJING_AHEAD_MS = 8 * 3_600_000;

/** Refuses when the person has not granted this send, or takes no messages at all. */
export function checkGrant(state: SimulatorState, openid: string, template: TemplateContract): void {
  const { grants, readings } = state;
  const isGranted =
    template.type === 3
      ? grants.isStanding(openid, template.priTmplId)
      : grants.balance(openid, template.priTmplId) > 0;
  const isStopped = readings['main-switch-stops-sends'] === 'stopped' && !grants.isMainSwitchOn(openid);
  if (!isGranted || isStopped) throw new SimulatedRefusal(43101, 'user refuse to accept the msg');
}

/** What one message of a limited long-term template counts against, or null for other templates. */
export function limitedKeyOf(state: SimulatorState, { openid, template, values }: Spending): string | null {
  const limited = state.options.limitedTemplates?.find((entry) => entry.templateId === template.priTmplId);
  if (limited === undefined) return null;
  const beijing = new Date(state.nowMs() + BEIJING_AHEAD_MS).toISOString();
  const period = beijing.slice(0, limited.period === 'month' ? 7 : 10);
  return [openid, template.priTmplId, values.get(limited.codeKey) ?? '', period].join('|');
}

/** Counts a taken message: one grant less for a one-time template, the period's message for a limited one. */
export function spendGrant(state: SimulatorState, spending: Spending): void {
  const limited = limitedKeyOf(state, spending);
  if (limited !== null) state.limitedSends.add(limited);
  if (spending.template.type === 2) state.grants.spend(spending.openid, spending.template.priTmplId);
}
