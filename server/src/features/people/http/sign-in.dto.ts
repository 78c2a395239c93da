import { IsBoolean, IsOptional, IsString, MaxLength } from 'class-validator';
import type { WechatSignInRequest } from '@jiannuo/shared/people';

/** Longer than any code WeChat gives. */
const CODE_LENGTH = 256;

/** POST /api/sign-in/wechat. */
export class WechatSignInDto implements WechatSignInRequest {
  @IsString()
  @MaxLength(CODE_LENGTH)
  code: string;

  @IsOptional()
  @IsBoolean()
  isAdding?: boolean;
}

/** What an unbound account holds. */
class TicketDto {
  @IsString()
  @MaxLength(64)
  ticket: string;
}

/** POST /api/sign-in/phone. */
export class PhoneSignInDto extends TicketDto {
  @IsString()
  @MaxLength(CODE_LENGTH)
  phoneCode: string;
}

/** POST /api/sign-in/invite. What counts as a code is decided in shared. */
export class InviteSignInDto extends TicketDto {
  @IsString()
  @MaxLength(64)
  inviteCode: string;
}

/** POST /api/sign-in/bind. */
export class BindDto extends TicketDto {
  @IsString()
  @MaxLength(26)
  appointmentId: string;
}

/** POST /api/session/appointment. */
export class SwitchAppointmentDto {
  @IsString()
  @MaxLength(26)
  appointmentId: string;
}
