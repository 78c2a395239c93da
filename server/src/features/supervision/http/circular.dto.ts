import { IsString, MaxLength } from 'class-validator';
import { SUPERVISION_LIMITS, type CircularWithdrawal } from '@jiannuo/shared/supervision';
import { IdField, Label } from '../../../platform/http';

/** GET /api/supervision/circulars/subjects. */
export class CircularSubjectsDto {
  @IdField('单位')
  unitId: string;
}

/** POST /api/supervision/circulars/:id/withdraw. */
export class CircularWithdrawalDto implements CircularWithdrawal {
  @Label('理由')
  @IsString()
  @MaxLength(SUPERVISION_LIMITS.reason * 4)
  reason: string;
}
