import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import type { BindingCandidatesView, SignInView } from '@jiannuo/shared/people';
import { CurrentActor, Public, Requires, SignInRoute, WithoutKey, type Actor } from '../../../platform/identity';
import { BindingCommands } from '../binding.commands';
import { CandidateCommands } from '../candidate.commands';
import { SignInCommands } from '../sign-in.commands';
import { presentCandidates } from './appointment.presenter';
import { BindDto, InviteSignInDto, PhoneSignInDto, WechatSignInDto } from './sign-in.dto';

/** Signing in with WeChat and finding one's unit. Answers hold secrets, so none of them is recorded. */
@Controller('api')
export class SignInController {
  constructor(
    private readonly signIn: SignInCommands,
    private readonly candidates: CandidateCommands,
    private readonly binding: BindingCommands,
  ) {}

  /** With WeChat's login code. */
  @Post('sign-in/wechat')
  @HttpCode(200)
  @Public()
  @SignInRoute()
  @WithoutKey()
  wechat(@Body() body: WechatSignInDto): Promise<SignInView> {
    return this.signIn.withWechat(body.code, body.isAdding ?? false);
  }

  /** Whom the lead unit listed under this phone number. */
  @Post('sign-in/phone')
  @HttpCode(200)
  @Public()
  @SignInRoute()
  @WithoutKey()
  async phone(@Body() body: PhoneSignInDto): Promise<BindingCandidatesView> {
    return presentCandidates(await this.candidates.byPhone(body.ticket, body.phoneCode));
  }

  /** Whom a code is for. */
  @Post('sign-in/invite')
  @HttpCode(200)
  @Public()
  @SignInRoute()
  @WithoutKey()
  async invite(@Body() body: InviteSignInDto): Promise<BindingCandidatesView> {
    return presentCandidates(await this.candidates.byInvite(body.ticket, body.inviteCode));
  }

  /** Yes, that is me. */
  @Post('sign-in/bind')
  @HttpCode(200)
  @Public()
  @SignInRoute()
  @WithoutKey()
  bind(@Body() body: BindDto): Promise<SignInView> {
    return this.binding.bind(body.ticket, body.appointmentId);
  }

  /** Ends this session. */
  @Post('sign-out')
  @HttpCode(204)
  @Requires('self.read')
  @WithoutKey()
  signOut(@CurrentActor() actor: Actor): Promise<void> {
    return this.signIn.signOut(actor);
  }
}
