import { IsOptional, IsString, MaxLength } from 'class-validator';
import type { FeedbackKind } from '@jiannuo/shared/feedback';
import { Label } from '../../../platform/http';

/** Far above every limit, which `shared` checks in its own words. */
const ANY_TEXT = 20_000;

/** POST /api/feedback/:id/add and /reply. */
export class FeedbackTextDto {
  @Label('内容')
  @IsString()
  @MaxLength(ANY_TEXT)
  text: string;
}

/** POST /api/feedback. The meaning of its fields is decided in shared. */
export class FeedbackDto extends FeedbackTextDto {
  @Label('类别')
  @IsString()
  @MaxLength(16)
  kind: FeedbackKind;

  @Label('怎么联系您')
  @IsOptional()
  @IsString()
  @MaxLength(ANY_TEXT)
  contact: string;
}
