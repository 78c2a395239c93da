import { Type } from 'class-transformer';
import { IsBoolean, IsIn, IsOptional, IsString, MaxLength, ValidateNested } from 'class-validator';
import {
  ROLES,
  type ChangePhoneRequest,
  type InviteRequest,
  type ListAppointmentRequest,
  type Role,
  type Successor,
} from '@jiannuo/shared/people';

/** Far above every limit of a field, which `shared` checks in its own words. */
const ANY_FIELD = 2_000;

/** Who takes a post over. */
export class SuccessorDto implements Successor {
  @IsString()
  @MaxLength(ANY_FIELD)
  personName: string;

  @IsString()
  @MaxLength(ANY_FIELD)
  section: string;

  @IsString()
  @MaxLength(ANY_FIELD)
  post: string;

  @IsBoolean()
  isSectionHead: boolean;

  @IsOptional()
  @IsString()
  @MaxLength(ANY_FIELD)
  notHeadReason: string | null = null;
}

/** POST /api/appointments. */
export class ListAppointmentDto extends SuccessorDto implements ListAppointmentRequest {
  @IsString()
  @MaxLength(26)
  unitId: string;

  @IsIn(ROLES)
  role: Role;

  @IsString()
  @MaxLength(ANY_FIELD)
  phone: string;

  @IsOptional()
  @IsString()
  @MaxLength(10)
  validFrom?: string;

  @IsOptional()
  @IsString()
  @MaxLength(26)
  replaces?: string | null;
}

/** PUT /api/appointments/:id/phone. */
export class ChangePhoneDto implements ChangePhoneRequest {
  @IsString()
  @MaxLength(ANY_FIELD)
  phone: string;
}

/** POST /api/appointments/:id/invite. */
export class InviteDto implements InviteRequest {
  @IsOptional()
  @ValidateNested()
  @Type(() => SuccessorDto)
  successor?: SuccessorDto | null;
}

/** GET /api/appointments. */
export class DirectoryDto {
  @IsOptional()
  @IsString()
  @MaxLength(26)
  unitId?: string;

  @IsOptional()
  @IsIn(['1'])
  history?: '1';
}
