import { Controller, Get } from '@nestjs/common';
import type { DownloadsView } from '@jiannuo/shared/sheets';
import type { Actor } from '../identity/actor';
import { CurrentActor, Requires } from '../identity/decorators';
import { Downloads } from './downloads';

/** 下载记录. */
@Controller('api/downloads')
export class DownloadsController {
  constructor(private readonly downloads: Downloads) {}

  /** Who took which file out, and when. */
  @Get()
  @Requires('audit.read')
  list(@CurrentActor() actor: Actor): Promise<DownloadsView> {
    return this.downloads.list(actor.groupId);
  }
}
