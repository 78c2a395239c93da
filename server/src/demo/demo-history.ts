import { Injectable } from '@nestjs/common';
import { atBeijing } from '@jiannuo/shared/kernel';
import type { ConsentsView } from '@jiannuo/shared/notifications';
import { demoAccounts, seedSamples, type DemoAccount } from '../features/samples';
import { Clock, Ids } from '../platform/clock';
import { Transactions } from '../platform/database';
import { Ticker } from '../platform/schedule';
import { DEMO_CREDENTIALS } from '../platform/wechat';
import { DemoClockCommands } from './demo-clock.commands';
import { DemoPeople } from './demo-people';
import { DemoWechat } from './demo-wechat';
import { DEMO_START, DemoWorld } from './demo-world';
import { SampleLedger } from './sample-ledger';

/** The morning on which the notice went out. */
const BEGINNING = atBeijing('2022-04-18', '09:00');

/** What seeding and playing need of the platform. */
@Injectable()
export class SeedServices {
  constructor(
    readonly transactions: Transactions,
    readonly clock: Clock,
    readonly ids: Ids,
    readonly ticker: Ticker,
  ) {}
}

/** Writes the sample groups and plays what happened before the visitor came. */
@Injectable()
export class DemoHistory {
  constructor(
    private readonly world: DemoWorld,
    private readonly people: DemoPeople,
    private readonly wechat: DemoWechat,
    private readonly commands: DemoClockCommands,
    private readonly ledger: SampleLedger,
    private readonly parts: SeedServices,
  ) {}

  /** Fills an empty database and leaves the clock running at the beginning of the demo. */
  async play(): Promise<void> {
    const { clock, simulator } = this.world;
    clock.switchTo('frozen');
    clock.set(BEGINNING);
    const { appId } = DEMO_CREDENTIALS;
    const openIdOf = (key: string): string => simulator.state.openidOf(appId, key);
    const { transactions, ids } = this.parts;
    await seedSamples({ transactions, clock, ids, appId, openIdOf });
    await this.ledger.plan();
    await this.parts.ticker.tick();
    for (const account of demoAccounts()) await this.grant(account);
    await this.commands.playTo(DEMO_START);
    clock.switchTo('flowing');
  }

  /** Lets WeChat remind this person a few times. */
  private async grant(account: DemoAccount): Promise<void> {
    const times = account.isBound ? grantsOf(account) : 0;
    if (times === 0) return;
    const token = await this.people.tokenOf(account.key);
    const { templates } = await this.people.expect<ConsentsView>({ token, url: '/api/consents' });
    const templateIds = templates.map((template) => template.templateId);
    const choices = Object.fromEntries(templateIds.map((id) => [id, 'accept']));
    for (let time = 0; time < times; time += 1) {
      const results = await this.wechat.answer({ account: account.key, templateIds, choices, isKept: false });
      await this.people.expect({ token, method: 'POST', url: '/api/consents', body: { results } });
    }
  }
}

/** Two liaisons have never allowed a message, so that the call list has something to show. */
function grantsOf({ key, role }: DemoAccount): number {
  if (key === 'heihe-2022/13/liaison' || key === 'heihe-2022/16/liaison') return 0;
  if (role === 'liaison') return key === 'heihe-2022/6/liaison' ? 8 : 5;
  return role === 'leader' ? 2 : 1;
}
