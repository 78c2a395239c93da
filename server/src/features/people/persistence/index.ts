import { AppointmentEntity } from './appointment.entity';
import { DesktopSignInEntity } from './desktop-sign-in.entity';
import { GroupYearEntity } from './group-year.entity';
import { InviteCodeEntity } from './invite-code.entity';
import { PersonEntity } from './person.entity';
import { SignInTicketEntity } from './sign-in-ticket.entity';
import { UnitEntity } from './unit.entity';
import { WechatAccountEntity } from './wechat-account.entity';
import { WorkingGroupEntity } from './working-group.entity';

export {
  AppointmentEntity,
  DesktopSignInEntity,
  GroupYearEntity,
  InviteCodeEntity,
  PersonEntity,
  SignInTicketEntity,
  UnitEntity,
  WechatAccountEntity,
  WorkingGroupEntity,
};

/** The tables of this subject. */
export const PEOPLE_ENTITIES = [
  WorkingGroupEntity,
  GroupYearEntity,
  UnitEntity,
  PersonEntity,
  AppointmentEntity,
  WechatAccountEntity,
  InviteCodeEntity,
  SignInTicketEntity,
  DesktopSignInEntity,
] as const;
