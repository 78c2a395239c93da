import {
  ArrayMaxSize,
  IsArray,
  IsIn,
  IsInt,
  IsISO8601,
  IsObject,
  IsOptional,
  IsString,
  Length,
  MaxLength,
  Min,
} from 'class-validator';
import { CHANNELS, type Channel } from '@jiannuo/shared/obligations';
import {
  NOTICE_ACTIONS,
  NOTICE_KINDS,
  NOTICE_SORTS,
  SUPERVISION_LIMITS,
  TICKET_ACTIONS,
  type NoticeKind,
  type NoticeSort,
  type NoticeStepRequest,
  type TicketAction,
} from '@jiannuo/shared/supervision';
import { IdField, Label } from '../../../platform/http';

/** Texts are measured in code points by the shared decision; this only keeps out what is far too long. */
const ROUGHLY = 4;
const STEPS = NOTICE_ACTIONS.filter((action) => !['edit', 'correct', 'lapse', 'succeed', 'shake'].includes(action));

/** A page of a list; the first when left out. */
export class PageDto {
  @Label('起点')
  @IsOptional()
  @IsISO8601()
  before?: string;
}

/** Which notices are listed; all when left out. */
export class NoticeListDto extends PageDto {
  @Label('单位')
  @IsOptional()
  @IsString()
  @Length(1, 26)
  unitId?: string;

  @Label('哪一类')
  @IsOptional()
  @IsIn(NOTICE_SORTS)
  sort?: NoticeSort;
}

/** GET /api/supervision/notices/drafting. */
export class DraftingDto {
  @Label('更正哪一份')
  @IsOptional()
  @IsString()
  @Length(1, 26)
  corrects?: string;
}

/** POST /api/supervision/notices; the shared parser reads the content. */
export class NoticeDto {
  @Label('种类')
  @IsIn(NOTICE_KINDS)
  kind: NoticeKind;

  @Label('内容')
  @IsObject()
  content: object;

  @Label('更正的原件')
  @IsOptional()
  @IsString()
  @Length(1, 26)
  correctsId: string | null = null;
}

/** POST /api/supervision/notices/:id/edit. */
export class NoticeEditDto {
  @Label('版本')
  @IsInt()
  @Min(1)
  version: number;

  @Label('内容')
  @IsObject()
  content: object;
}

/** POST /api/supervision/notices/:id/steps. */
export class NoticeStepDto {
  @Label('要办的事')
  @IsIn(STEPS)
  action: NoticeStepRequest['action'];

  @Label('版本')
  @IsInt()
  @Min(1)
  version: number;

  @Label('理由')
  @IsOptional()
  @IsString()
  @MaxLength(SUPERVISION_LIMITS.reason * ROUGHLY)
  reason = '';

  @Label('哪天再看')
  @IsOptional()
  @IsString()
  @Length(10, 10)
  againOn?: string;
}

/** POST /api/supervision/notices/:id/successors. */
export class SuccessionDto {
  @IdField('原知悉人')
  formerId: string;

  @IdField('接替的人')
  successorId: string;

  @Label('理由')
  @IsOptional()
  @IsString()
  @MaxLength(SUPERVISION_LIMITS.reason * ROUGHLY)
  reason = '';
}

/** POST /api/supervision/tickets/:id/steps; the shared parser reads what was said. */
export class TicketStepDto {
  @Label('要办的事')
  @IsIn(TICKET_ACTIONS)
  action: TicketAction;

  @Label('说明')
  @IsOptional()
  @IsString()
  text = '';

  @Label('佐证')
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(100)
  evidence: unknown[] = [];

  @Label('时限')
  @IsOptional()
  @IsString()
  @MaxLength(30)
  dueAt: string | null = null;

  @Label('转给谁办')
  @IsOptional()
  @IsString()
  @MaxLength(SUPERVISION_LIMITS.handler * ROUGHLY)
  handler = '';

  @Label('没按时办的原因')
  @IsOptional()
  @IsString()
  @MaxLength(SUPERVISION_LIMITS.reason * ROUGHLY)
  lateReason = '';

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
