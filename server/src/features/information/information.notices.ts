import { Injectable, type OnModuleInit } from '@nestjs/common';
import { quoted } from '@jiannuo/shared/kernel';
import type { Adopter } from '@jiannuo/shared/information';
import { Outbox } from '../../platform/outbox';
import { UnitNews } from '../people';
import { MARKED, type MarkedEvent } from './information.journal';

const ADOPTED_BY: Readonly<Record<Adopter, string>> = {
  'leading-group-office': '领导小组办公室采用了',
  'provincial-group': '已推荐报送省级专班',
};

/** Tells a unit's liaisons what became of their work updates. It asks for no reply. */
@Injectable()
export class InformationNotices implements OnModuleInit {
  constructor(
    private readonly outbox: Outbox,
    private readonly news: UnitNews,
  ) {}

  onModuleInit(): void {
    this.outbox.hear<MarkedEvent>(MARKED, (event, id) => this.tell(event, id));
  }

  private tell(event: MarkedEvent, id: string): Promise<void> {
    return this.news.tell(event, {
      list: 'to-know',
      kind: event.isWithdrawn ? 'mark-withdrawn' : event.kind,
      title: headlineOf(event),
      body: bodyOf(event),
      sender: event.byUnit,
      target: { kind: 'work-update', id: event.updateId },
      key: `${MARKED}:${id}`,
    });
  }
}

function headlineOf({ title, kind, adopter, isWithdrawn }: MarkedEvent): string {
  const named = `工作动态${quoted(title)}`;
  if (isWithdrawn) return `${named}的${WORDS[kind]}撤销了`;
  if (kind === 'adopted') return `${named}${ADOPTED_BY[adopter ?? 'leading-group-office']}`;
  return kind === 'high-quality' ? `${named}评为高质量` : `${named}没选用`;
}

const WORDS: Readonly<Record<MarkedEvent['kind'], string>> = {
  'not-chosen': '“没选用”',
  'high-quality': '“高质量”',
  adopted: '“被采用”',
};

function bodyOf({ kind, reason, isWithdrawn }: MarkedEvent): string {
  if (reason !== '') return isWithdrawn || kind !== 'adopted' ? `理由：${reason}` : reason;
  return '点开看记在哪个月。';
}
