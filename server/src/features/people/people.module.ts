import { Module } from '@nestjs/common';
import { Configuration } from '../../platform/configuration';
import { ActorDirectory } from '../../platform/identity';
import { RecipientDirectory } from '../../platform/notifications/recipients';
import { DEMO_CREDENTIALS } from '../../platform/wechat';
import { AppointmentCommands } from './appointment.commands';
import { AppointmentDirectory } from './appointment.directory';
import { BindingCommands } from './binding.commands';
import { BindingSteps } from './binding.steps';
import { CandidateCommands } from './candidate.commands';
import { DesktopSignInCommands } from './desktop-sign-in.commands';
import { GroupCommands } from './group.commands';
import { GroupQueries } from './group.queries';
import { AppointmentController } from './http/appointment.controller';
import { DesktopSignInController } from './http/desktop-sign-in.controller';
import { SelfController } from './http/self.controller';
import { SignInController } from './http/sign-in.controller';
import { InviteCommands } from './invite.commands';
import { MiniProgram } from './mini-program';
import { PeopleQueries } from './people.queries';
import { PersonBook } from './person-book';
import { AppointedRecipients } from './recipient.directory';
import { RosterCommands } from './roster.commands';
import { RosterQueries } from './roster.queries';
import { SecretMaker } from './secret-maker';
import { SelfQueries } from './self.queries';
import { SignInCommands } from './sign-in.commands';
import { SignInSweep } from './sign-in.job';
import { WechatProof } from './wechat-proof';

const OPEN_TO_OTHERS = [
  GroupCommands,
  GroupQueries,
  InviteCommands,
  RosterCommands,
  RosterQueries,
  PeopleQueries,
  MiniProgram,
  ActorDirectory,
  RecipientDirectory,
];

/** Units, persons, appointments and how they sign in (art. 1-4). */
@Module({
  controllers: [SignInController, SelfController, DesktopSignInController, AppointmentController],
  providers: [
    GroupCommands,
    GroupQueries,
    RosterCommands,
    RosterQueries,
    PeopleQueries,
    SelfQueries,
    AppointmentCommands,
    BindingCommands,
    BindingSteps,
    CandidateCommands,
    DesktopSignInCommands,
    InviteCommands,
    SignInCommands,
    SignInSweep,
    PersonBook,
    SecretMaker,
    WechatProof,
    { provide: ActorDirectory, useClass: AppointmentDirectory },
    { provide: RecipientDirectory, useClass: AppointedRecipients },
    { provide: MiniProgram, useFactory: miniProgramOf, inject: [Configuration] },
  ],
  exports: OPEN_TO_OTHERS,
})
export class PeopleModule {}

function miniProgramOf(configuration: Configuration): MiniProgram {
  return new MiniProgram((configuration.wechat ?? DEMO_CREDENTIALS).appId);
}
