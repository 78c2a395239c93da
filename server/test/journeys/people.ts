import type { DemoServer } from './demo-server';

/** Sample people by the name of their demo account. */
export const OFFICER = 'heihe-2022/6/liaison';
export const LEAD = 'heihe-2022/1/lead-officer';
/** A second officer of the lead unit. */
export const CHECKER = 'heihe-2022/1/lead-officer-2';
export const LEADER = 'heihe-2022/6/leader';

/** The address of a screen as one of them sees it; the first one when no page is named. */
export function appAddress(server: DemoServer, account: string, page = 'home'): string {
  return `${server.address}/app/?as=${encodeURIComponent(account)}#/pages/${page}/index`;
}
