import { IsIn, IsISO8601, IsOptional, IsString, MaxLength } from 'class-validator';
import { MATTER_ACTIONS, MATTER_LIMITS, type MatterAction } from '@jiannuo/shared/coordination';
import { IdField, Label } from '../../../platform/http';

/** Texts are measured in code points by the shared decision; this only keeps out what is far too long. */
const ROUGHLY = 4;

/** The problem of a report that a new matter is written from; left out where there is none. */
export class MatterStartDto {
  @IsOptional()
  @IdField('月报')
  reportId?: string;

  @Label('问题')
  @IsOptional()
  @IsString()
  @MaxLength(40)
  lineId?: string;
}

/** POST /api/matters/:id/steps. What its words and times must be is decided in shared. */
export class MatterStepDto {
  @Label('要办的事')
  @IsIn(MATTER_ACTIONS)
  action: MatterAction;

  @Label('内容')
  @IsOptional()
  @IsString()
  @MaxLength(MATTER_LIMITS.text * ROUGHLY)
  text = '';

  @IsOptional()
  @IdField('办理单位')
  doerUnitId: string | null = null;

  @Label('办理时限')
  @IsOptional()
  @IsISO8601()
  dueAt: string | null = null;
}
