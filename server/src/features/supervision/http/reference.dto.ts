import { IsString, MaxLength } from 'class-validator';
import { Label } from '../../../platform/http';

/** GET /api/supervision/prior. */
export class UnitsDto {
  /** Ids of units, with commas between them. */
  @Label('单位')
  @IsString()
  @MaxLength(1_700)
  units = '';
}

/** GET /api/supervision/links. */
export class LinkChoicesDto extends UnitsDto {
  @Label('找什么')
  @IsString()
  @MaxLength(60)
  find = '';
}
