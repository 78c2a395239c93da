import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { formatPeriod, type Period } from '@jiannuo/shared/kernel';
import { Outbox } from '../../platform/outbox';
import { UnitNews } from '../people';

const TOLD = 'spot-check.told';

/** A measure by its number in the year's list and its name. */
export interface NamedMeasure {
  readonly number: number;
  readonly title: string;
}

/** What a unit hears about its own spot check: that it was drawn, what was found undone, that this was withdrawn. */
export interface SpotCheckWord {
  readonly groupId: string;
  readonly unitIds: readonly string[];
  readonly period: Period;
  readonly what: 'drawn' | 'undone' | 'withdrawn';
  /** The measure that it is about; null for a draw. */
  readonly measure: NamedMeasure | null;
  /** What was seen, or why it is withdrawn; empty for a draw. */
  readonly text: string;
  readonly byUnit: string;
}

/** Leaves word for units and brings it to their liaisons. It asks for no reply. */
@Injectable()
export class SpotCheckNotices implements OnModuleInit {
  constructor(
    private readonly outbox: Outbox,
    private readonly news: UnitNews,
  ) {}

  onModuleInit(): void {
    this.outbox.hear<SpotCheckWord>(TOLD, (word, id) => this.bring(word, id));
  }

  /** Leaves word inside the transaction of what it tells about. */
  tell(tx: EntityManager, word: SpotCheckWord): Promise<void> {
    return this.outbox.add(tx, { topic: TOLD, payload: word });
  }

  private bring(word: SpotCheckWord, id: string): Promise<void> {
    return this.news.tellEach(word.groupId, word.unitIds, {
      list: 'to-know',
      kind: `spot-check-${word.what}`,
      title: titleOf(word),
      body: bodyOf(word),
      sender: word.byUnit,
      target: { kind: 'spot-check', id: targetOf(word) },
      key: `${TOLD}:${id}`,
    });
  }
}

/** Where it opens: the month's findings, at the measure that it is about. Each measure so has a line of its own. */
function targetOf({ period, measure }: SpotCheckWord): string {
  return measure === null ? period : `${period}/${String(measure.number)}`;
}

function titleOf({ what, period, measure }: SpotCheckWord): string {
  const month = formatPeriod(period);
  const name = measure?.title ?? '';
  if (what === 'drawn') return `${month}抽查抽中您单位`;
  return what === 'undone' ? `${month}抽查查到没完成：${name}` : `${month}抽查结果撤销了：${name}`;
}

function bodyOf({ what, text }: SpotCheckWord): string {
  if (what === 'drawn') return '种子和算法都公布了，可以自己算一遍。请备好本月各项措施的佐证。';
  return what === 'undone' ? text : `理由：${text}`;
}
