import { Injectable } from '@nestjs/common';
import { formatMoment, type Instant } from '@jiannuo/shared/kernel';
import { DEMO_CREDENTIALS } from '../platform/wechat';
import type { MessageLine } from '../platform/wechat/simulator';
import { DemoPeople } from './demo-people';
import { DemoWorld } from './demo-world';

/** A service notice as the demo page draws it. */
export interface DemoMessage {
  readonly id: string;
  readonly at: Instant;
  readonly time: string;
  readonly title: string;
  readonly lines: readonly MessageLine[];
  readonly page: string | null;
}

/** One line of WeChat's sheet. */
export interface SheetTemplate {
  readonly templateId: string;
  readonly title: string;
}

/** What a person tapped on WeChat's sheet. */
export interface SheetAnswer {
  readonly account: string;
  readonly templateIds: readonly string[];
  readonly choices: Readonly<Record<string, unknown>>;
  readonly isKept: boolean;
}

/** The simulated WeChat as a person's phone shows it. */
@Injectable()
export class DemoWechat {
  constructor(
    private readonly world: DemoWorld,
    private readonly people: DemoPeople,
  ) {}

  /** The notices of an account, oldest first. */
  messages(key: string): readonly DemoMessage[] {
    const { simulator, clock } = this.world;
    const now = clock.now();
    return simulator.state.mailbox.of(this.people.account(key).key, DEMO_CREDENTIALS.appId).map((message) => ({
      id: message.messageId,
      at: message.at,
      time: formatMoment(message.at, now),
      title: message.title,
      lines: message.lines,
      page: message.page,
    }));
  }

  /** The templates whose choice is not kept yet; the others are answered without showing the sheet. */
  askedAbout(key: string, templateIds: readonly string[]): readonly SheetTemplate[] {
    const { state } = this.world.simulator;
    const openid = state.openidOf(DEMO_CREDENTIALS.appId, this.people.account(key).key);
    return templateIds.flatMap((templateId) => {
      const template = state.template(templateId);
      const isAsked = template !== null && state.grants.keptChoice(openid, templateId) === null;
      return isAsked ? [{ templateId, title: template.title }] : [];
    });
  }

  /** Takes the answers into WeChat's books and gives what the mini program is told; null when WeChat refuses the call. */
  async answer(given: SheetAnswer): Promise<Record<string, string> | null> {
    const user = encodeURIComponent(this.people.account(given.account).key);
    const answer = await fetch(`${this.world.simulator.url}/__sim/users/${user}/subscribe`, {
      method: 'POST',
      body: JSON.stringify({
        appId: DEMO_CREDENTIALS.appId,
        templateIds: given.templateIds,
        answers: given.choices,
        always: given.isKept,
      }),
    });
    const { errCode, errMsg, ...results } = (await answer.json()) as Record<string, string> & { errCode?: number };
    return errCode === undefined && errMsg !== undefined ? results : null;
  }
}
