import { Type } from 'class-transformer';
import { IsBoolean, IsIn, IsObject, IsOptional, IsString, MaxLength, ValidateNested } from 'class-validator';
import {
  ROLES,
  type ChangePhoneRequest,
  type InviteRequest,
  type ListAppointmentRequest,
  type Role,
  type Successor,
} from '@jiannuo/shared/people';
import { Label } from '../../../platform/http';

/** Far above every limit of a field, which `shared` checks in its own words. */
const ANY_FIELD = 2_000;

/** Who takes a post over. */
export class SuccessorDto implements Successor {
  @IsString()
  @MaxLength(ANY_FIELD)
  @Label('姓名')
  personName: string;

  @IsString()
  @MaxLength(ANY_FIELD)
  @Label('科（股）室')
  section: string;

  @IsString()
  @MaxLength(ANY_FIELD)
  @Label('职务')
  post: string;

  @IsBoolean()
  @Label('是否负责人')
  isSectionHead: boolean;

  @IsOptional()
  @IsString()
  @MaxLength(ANY_FIELD)
  @Label('原因')
  notHeadReason: string | null = null;
}

/** POST /api/appointments. */
export class ListAppointmentDto extends SuccessorDto implements ListAppointmentRequest {
  @IsString()
  @MaxLength(26)
  @Label('单位')
  unitId: string;

  @IsIn(ROLES)
  @Label('岗位')
  role: Role;

  @IsString()
  @MaxLength(ANY_FIELD)
  @Label('手机号')
  phone: string;

  @IsOptional()
  @IsString()
  @MaxLength(10)
  @Label('起始日')
  validFrom?: string;

  @IsOptional()
  @IsString()
  @MaxLength(26)
  @Label('原联络员')
  replaces?: string | null;
}

/** PUT /api/appointments/:id/phone. */
export class ChangePhoneDto implements ChangePhoneRequest {
  @IsString()
  @MaxLength(ANY_FIELD)
  @Label('手机号')
  phone: string;
}

/** POST /api/appointments/:id/invite. */
export class InviteDto implements InviteRequest {
  @IsOptional()
  @IsObject()
  @ValidateNested()
  @Type(() => SuccessorDto)
  @Label('接手的人')
  successor?: SuccessorDto | null;
}

/** GET /api/appointments. */
export class DirectoryDto {
  @IsOptional()
  @IsString()
  @MaxLength(26)
  @Label('单位')
  unitId?: string;

  @IsOptional()
  @IsIn(['1'])
  @Label('往年')
  history?: '1';
}
