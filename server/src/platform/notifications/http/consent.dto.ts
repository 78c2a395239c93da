import { IsObject } from 'class-validator';

/** POST /api/consents: what WeChat's sheet answered, template by template. Its words are read in shared. */
export class ConsentReportDto {
  @IsObject()
  results: Record<string, unknown>;
}
