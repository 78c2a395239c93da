import {
  APPLICATIONS_MESSAGES,
  type ApplicationCategory,
  type ApplicationEvent,
  type ApplicationListView,
  type ApplicationRow,
  type ApplicationState,
  type BasisDocument,
  type Credit,
} from '@jiannuo/shared/applications';
import { INFORMATION_MESSAGES } from '@jiannuo/shared/information';
import { formatDay, formatPeriod, type MessageRegistry, type Period, type Refusal } from '@jiannuo/shared/kernel';
import { factsInLine } from '../../ui/ideographic-space';
import type { StatusShape } from '../../ui/status/status-word';

/** A state as shape and word. */
export interface StateWords {
  readonly shape: StatusShape;
  readonly text: string;
}

const STATES: Readonly<Record<ApplicationState, StateWords>> = {
  draft: { shape: 'doing', text: '没交，存着' },
  submitted: { shape: 'not-yet', text: '待认定' },
  withdrawn: { shape: 'returned', text: '撤回了' },
  approved: { shape: 'done', text: '已认定' },
  refused: { shape: 'waived', text: '没有认定' },
  revoked: { shape: 'waived', text: '撤销认定' },
};

/** What people call a state. */
export function stateWords(state: ApplicationState): StateWords {
  return STATES[state];
}

const CATEGORIES: Readonly<Record<ApplicationCategory, string>> = { adjustment: '动态调整', innovation: '创新性举措' };

/** 动态调整 or 创新性举措. */
export function categoryWords(category: ApplicationCategory): string {
  return CATEGORIES[category];
}

const CREDITS: Readonly<Record<Credit, string>> = {
  'each-month': '落实一个月，记一个月',
  once: '认定的那个月记一次',
  year: '记在全年',
};

/** How an approved one counts (Q15). */
export function creditWords(credit: Credit): string {
  return CREDITS[credit];
}

/** What became of an application, in one line under its title. */
export function outcomeWords({ state, credit, creditedPeriods, endedFrom, reason }: ApplicationRow): string {
  if (state === 'submitted') return '市专班还没认定';
  if (state !== 'approved') return reason;
  const counted = creditedPeriods.map((period) => formatPeriod(period)).join('、');
  if (endedFrom !== null) return factsInLine(counted === '' ? '' : `记在${counted}`, endWords(endedFrom));
  return counted === '' ? creditWords(credit) : `记在${counted}`;
}

function endWords(endedFrom: Period): string {
  return `${formatPeriod(endedFrom)}起停止记分`;
}

/** A year's applications of a unit in one sentence. */
export function headlineOf({ rows }: Pick<ApplicationListView, 'rows'>): string {
  const filed = rows.filter(({ state }) => state !== 'withdrawn').length;
  const approved = rows.filter(({ state }) => state === 'approved').length;
  if (filed === 0) return '还没有申报';
  return `申报${String(filed)}项，认定${String(approved)}项`;
}

/** How many wait for the lead unit. */
export function waitingWords({ rows }: Pick<ApplicationListView, 'rows'>): string {
  const open = rows.filter(({ state }) => state === 'submitted').length;
  return open === 0 ? '都认定过了' : `${String(open)}项待认定`;
}

/** 《…通知》（文号）, who issued it, and when. */
export function basisWords({ title, number, issuer, date }: BasisDocument): string {
  const name = /^《.*》$/.test(title) ? title : `《${title}》`;
  return factsInLine(number === '' ? name : `${name}（${number}）`, issuer, formatDay(date));
}

const EVENTS: Readonly<Record<ApplicationEvent['kind'], string>> = {
  submitted: '申报',
  withdrawn: '撤回',
  approved: '认定',
  refused: '不予认定',
  revoked: '撤销认定',
  ended: '停止记分',
  'carried-out': '落实了',
  'not-carried-out': '没落实',
};

/** What happened, with the month that it is about. */
export function eventWords({ kind, period }: Pick<ApplicationEvent, 'kind' | 'period'>): string {
  if (kind === 'ended' && period !== null) return endWords(period);
  const isMonth = kind === 'carried-out' || kind === 'not-carried-out';
  return isMonth && period !== null ? `${formatPeriod(period)}${EVENTS[kind]}` : EVENTS[kind];
}

/** What comes with an event: the month that it counts in or from, and why. */
export function eventNote({ kind, period, reason }: ApplicationEvent): string {
  const month = period === null ? '' : formatPeriod(period);
  if (kind === 'submitted') return month === '' ? '' : `从${month}起`;
  if (kind === 'approved') return factsInLine(month === '' ? '' : `记在${month}`, reason);
  return reason;
}

const MESSAGES: MessageRegistry = { ...INFORMATION_MESSAGES, ...APPLICATIONS_MESSAGES };

/** The sentence of what stands against an application. */
export function refusalWords({ code, facts }: Refusal): string {
  return MESSAGES[code]?.(facts) ?? '';
}
