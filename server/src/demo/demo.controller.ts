import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import type { SignInView } from '@jiannuo/shared/people';
import { DEMO_PHONES } from '../features/samples';
import { DomainError } from '../platform/http';
import { Public } from '../platform/identity';
import type { DemoClockView } from './clock-view';
import { DemoClockCommands, type ClockWish } from './demo-clock.commands';
import { DemoPeople } from './demo-people';
import { DemoRestart } from './demo-restart';
import { DemoWechat, type DemoMessage, type SheetTemplate } from './demo-wechat';
import { AccountDto, AnswerSheetDto, ClockDto, OpenSheetDto } from './demo.dto';

/** Somebody whose phone the page shows. */
interface ShownPerson {
  readonly account: string;
  readonly role: string;
  readonly unit: string;
}

/** What the demo page asks. These routes exist in demo mode only, and are open: there is nothing real behind them. */
@Public()
@Controller('api/demo')
export class DemoController {
  constructor(
    private readonly people: DemoPeople,
    private readonly clock: DemoClockCommands,
    private readonly wechat: DemoWechat,
    private readonly again: DemoRestart,
  ) {}

  /** The two people side by side. */
  @Get('accounts')
  accounts(): { readonly officer: ShownPerson; readonly lead: ShownPerson } {
    const { officer, lead } = DEMO_PHONES;
    return {
      officer: { account: officer, role: '联络员', unit: `${this.people.account(officer).unitName}专班` },
      lead: { account: lead, role: '牵头单位', unit: '市专班' },
    };
  }

  @Get('clock')
  showClock(): Promise<DemoClockView> {
    return this.clock.view();
  }

  @Post('clock')
  @HttpCode(200)
  moveClock(@Body() body: ClockDto): Promise<DemoClockView> {
    return this.clock.move(wishOf(body));
  }

  /** A session of a sample person, through the simulated WeChat. */
  @Post('sign-in')
  @HttpCode(200)
  signIn(@Body() body: AccountDto): Promise<SignInView> {
    return this.people.signIn(body.account);
  }

  /** What `wx.login` would give on this person's phone. */
  @Post('login-code')
  @HttpCode(200)
  loginCode(@Body() body: AccountDto): { readonly code: string } {
    return { code: this.people.loginCode(body.account) };
  }

  /** What WeChat's telephone number button would give on this person's phone. */
  @Post('phone-code')
  @HttpCode(200)
  phoneCode(@Body() body: AccountDto): { readonly code: string } {
    return { code: this.people.phoneCode(body.account) };
  }

  /** The service notices on this person's phone. */
  @Get('messages')
  messages(@Query() query: AccountDto): { readonly messages: readonly DemoMessage[] } {
    return { messages: this.wechat.messages(query.account) };
  }

  /** Which of these templates WeChat's sheet would ask about. */
  @Post('subscriptions/open')
  @HttpCode(200)
  openSheet(@Body() body: OpenSheetDto): { readonly templates: readonly SheetTemplate[] } {
    return { templates: this.wechat.askedAbout(body.account, body.templateIds) };
  }

  /** What the sheet gives to the mini program; null when WeChat refuses the call. */
  @Post('subscriptions')
  @HttpCode(200)
  async answerSheet(@Body() body: AnswerSheetDto): Promise<{ readonly results: Record<string, string> | null }> {
    return { results: await this.wechat.answer(body) };
  }

  /** Forgets everything and begins again. */
  @Post('restart')
  @HttpCode(200)
  async restart(): Promise<DemoClockView> {
    await this.again.restart();
    return this.clock.view();
  }
}

function wishOf({ step, local }: ClockDto): ClockWish {
  if (step !== undefined) return { step };
  if (local !== undefined) return { local };
  throw DomainError.invalid('demo.moment-unreadable');
}
