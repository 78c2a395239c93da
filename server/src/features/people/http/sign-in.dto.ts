import { IsBoolean, IsNotEmpty, IsOptional, IsString, MaxLength } from 'class-validator';
import type { WechatSignInRequest } from '@jiannuo/shared/people';
import { Label } from '../../../platform/http';

/** Longer than any code WeChat gives. */
const CODE_LENGTH = 256;

/** POST /api/sign-in/wechat. */
export class WechatSignInDto implements WechatSignInRequest {
  @IsString()
  @IsNotEmpty()
  @MaxLength(CODE_LENGTH)
  @Label('登录码')
  code: string;

  @IsOptional()
  @IsBoolean()
  @Label('添加岗位')
  isAdding?: boolean;
}

/** What an unbound account holds. */
class TicketDto {
  @IsString()
  @MaxLength(64)
  @Label('登录凭据')
  ticket: string;
}

/** POST /api/sign-in/phone. */
export class PhoneSignInDto extends TicketDto {
  @IsString()
  @MaxLength(CODE_LENGTH)
  @Label('手机号码')
  phoneCode: string;
}

/** POST /api/sign-in/invite. What counts as a code is decided in shared. */
export class InviteSignInDto extends TicketDto {
  @IsString()
  @MaxLength(64)
  @Label('邀请码')
  inviteCode: string;
}

/** POST /api/sign-in/bind. */
export class BindDto extends TicketDto {
  @IsString()
  @MaxLength(26)
  @Label('单位岗位')
  appointmentId: string;
}

/** POST /api/session/appointment. */
export class SwitchAppointmentDto {
  @IsString()
  @MaxLength(26)
  @Label('单位岗位')
  appointmentId: string;
}
