import { Controller, Get, Header, Query, type StreamableFile } from '@nestjs/common';
import { formatPeriod } from '@jiannuo/shared/kernel';
import { answerOfBoard, type BoardAnswer } from '@jiannuo/shared/obligations';
import { Downloads } from '../../../platform/downloads';
import { CurrentActor, Requires, scopeOf, type Actor } from '../../../platform/identity';
import { BoardQueries } from '../board.queries';
import { boardSheet } from './board.presenter';
import { BoardPeriodDto, PeriodDto } from './obligation.dto';

/** The month's board, for the lead unit. */
@Controller('api/board')
export class BoardController {
  constructor(
    private readonly queries: BoardQueries,
    private readonly downloads: Downloads,
  ) {}

  /** Who has and who has not. */
  @Get()
  @Requires('board.read')
  async board(@CurrentActor() actor: Actor, @Query() query: BoardPeriodDto): Promise<BoardAnswer> {
    return answerOfBoard(await this.queries.board(scopeOf(actor), query.period));
  }

  /** The same as an Excel file. */
  @Get('export')
  @Requires('board.read')
  @Header('cache-control', 'no-store')
  async export(@CurrentActor() actor: Actor, @Query() query: PeriodDto): Promise<StreamableFile> {
    const board = await this.queries.board(scopeOf(actor), query.period);
    return this.downloads.workbook(actor, `${formatPeriod(query.period, true)}报送情况.xlsx`, await boardSheet(board));
  }
}
