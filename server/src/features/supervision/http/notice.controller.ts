import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import type {
  DraftingView,
  NoticeListView,
  NoticeStanding,
  NoticeTextsView,
  NoticeView,
} from '@jiannuo/shared/supervision';
import { CurrentActor, Requires, type Actor } from '../../../platform/identity';
import { DraftCommands } from '../drafting/draft.commands';
import { DraftingQueries } from '../drafting/drafting.queries';
import { NoticeCommands } from '../notices/notice.commands';
import { NoticeQueries } from '../notices/notice.queries';
import { NoticeTexts } from '../drafting/notice.texts';
import { ReaderCommands } from '../clues/reader.commands';
import { DraftingDto, NoticeDto, NoticeEditDto, NoticeListDto, NoticeStepDto, SuccessionDto } from './supervision.dto';

/** Notices (提示单, 预警, 督办单, 挂牌, 约谈, 问题线索), for the lead unit. */
@Controller('api/supervision/notices')
export class NoticeController {
  constructor(
    private readonly drafts: DraftCommands,
    private readonly commands: NoticeCommands,
    private readonly queries: NoticeQueries,
    private readonly texts: NoticeTexts,
    private readonly drafting: DraftingQueries,
    private readonly readers: ReaderCommands,
  ) {}

  /** What waits for the lead unit, and the latest of the rest. */
  @Get()
  @Requires('supervision.manage')
  list(@CurrentActor() actor: Actor, @Query() query: NoticeListDto): Promise<NoticeListView> {
    return this.queries.list(actor, query);
  }

  /** What whoever begins to write one is to know beforehand. */
  @Get('drafting')
  @Requires('supervision.manage')
  begin(@CurrentActor() actor: Actor, @Query() { corrects }: DraftingDto): Promise<DraftingView> {
    return this.drafting.view(actor, corrects ?? null);
  }

  /** One notice. */
  @Get(':id')
  @Requires('supervision.manage')
  view(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<NoticeView> {
    return this.queries.view(actor, id);
  }

  /** What it said each time that it was written. */
  @Get(':id/texts')
  @Requires('supervision.manage')
  listTexts(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<NoticeTextsView> {
    return this.texts.list(actor, id);
  }

  /** Keeps a new draft. */
  @Post()
  @HttpCode(200)
  @Requires('supervision.manage')
  draft(@CurrentActor() actor: Actor, @Body() body: NoticeDto): Promise<NoticeStanding> {
    return this.drafts.draft(actor, body);
  }

  /** Writes a draft anew. */
  @Post(':id/edit')
  @HttpCode(200)
  @Requires('supervision.manage')
  edit(@CurrentActor() actor: Actor, @Param('id') id: string, @Body() body: NoticeEditDto): Promise<NoticeStanding> {
    return this.drafts.edit(actor, id, body);
  }

  /** Takes a notice one step on. */
  @Post(':id/steps')
  @HttpCode(200)
  @Requires('supervision.manage')
  step(@CurrentActor() actor: Actor, @Param('id') id: string, @Body() body: NoticeStepDto): Promise<NoticeStanding> {
    return this.commands.step(actor, id, body);
  }

  /** Names who follows a reader that left his post. */
  @Post(':id/successors')
  @HttpCode(200)
  @Requires('supervision.manage')
  succeed(@CurrentActor() actor: Actor, @Param('id') id: string, @Body() body: SuccessionDto): Promise<NoticeStanding> {
    return this.readers.succeed(actor, id, body);
  }
}
