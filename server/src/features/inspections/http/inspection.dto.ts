import {
  ArrayMaxSize,
  IsArray,
  IsIn,
  IsInt,
  IsISO8601,
  IsObject,
  IsOptional,
  IsString,
  MaxLength,
  Min,
} from 'class-validator';
import {
  FINDING_ACTIONS,
  FINDING_NOTICES,
  FINDING_STATES,
  INSPECTION_ACTIONS,
  INSPECTION_LIMITS,
  type FindingNotice,
  type FindingState,
  type FindingStepAction,
  type InspectionStepRequest,
} from '@jiannuo/shared/inspections';
import { CHANNELS, type Channel } from '@jiannuo/shared/obligations';
import { IdField, Label } from '../../../platform/http';

/** Texts are measured in code points by the shared decision; this only keeps out what is far too long. */
const ROUGHLY = 4;
const STEPS = INSPECTION_ACTIONS.filter((action) => action !== 'edit' && action !== 'note');
const FINDING_STEPS = FINDING_ACTIONS.filter((action) => !['edit', 'release', 'draft-notice'].includes(action));

/** A page of a list; the first when left out. */
export class InspectionPageDto {
  @Label('起点')
  @IsOptional()
  @IsISO8601()
  before?: string;
}

/** POST /api/inspections/plans; the shared parser reads the plan. */
export class PlanDto {
  @Label('计划')
  @IsObject()
  plan: object;
}

/** POST /api/inspections/plans/:id/edit. */
export class PlanEditDto extends PlanDto {
  @Label('版本')
  @IsInt()
  @Min(1)
  version: number;
}

/** POST /api/inspections/plans/:id/steps. */
export class InspectionStepDto {
  @Label('要办的事')
  @IsIn(STEPS)
  action: InspectionStepRequest['action'];

  @Label('版本')
  @IsInt()
  @Min(1)
  version: number;

  @Label('理由')
  @IsOptional()
  @IsString()
  @MaxLength(INSPECTION_LIMITS.reason * ROUGHLY)
  reason = '';
}

/** POST /api/inspections/plans/:id/findings; the shared parser reads the finding. */
export class FindingDto {
  @Label('问题')
  @IsObject()
  finding: object;
}

/** POST /api/inspections/findings/:id/edit. */
export class FindingEditDto extends FindingDto {
  @Label('版本')
  @IsInt()
  @Min(1)
  version: number;
}

/** POST /api/inspections/findings/:id/steps; the shared parser reads what was said. */
export class FindingStepDto {
  @Label('要办的事')
  @IsIn(FINDING_STEPS)
  action: FindingStepAction;

  @Label('看到的状态')
  @IsOptional()
  @IsIn(FINDING_STATES)
  seen?: FindingState;

  @Label('说明')
  @IsOptional()
  @IsString()
  text = '';

  @Label('佐证')
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(100)
  evidence: unknown[] = [];

  @Label('真实收到时间')
  @IsOptional()
  @IsString()
  @MaxLength(30)
  receivedAt: string | null = null;

  @Label('收到方式')
  @IsOptional()
  @IsIn(CHANNELS)
  channel: Channel | null = null;
}

/** GET /api/inspections/findings/records. */
export class ConcealableDto {
  @IdField('单位')
  unitId: string;
}

/** POST /api/inspections/findings/:id/notice. */
export class FindingNoticeDto {
  @Label('种类')
  @IsIn(FINDING_NOTICES)
  kind: FindingNotice;
}
