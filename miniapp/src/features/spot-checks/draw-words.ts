import { formatMoment, formatPeriod } from '@jiannuo/shared/kernel';
import type { Drawn, NumberRange, SpotCheckView } from '@jiannuo/shared/spot-checks';

/** The one sentence about a month's draw, and what it rests on. */
export function headline(view: SpotCheckView): { readonly title: string; readonly below: string } {
  const { state, draw, units } = view;
  if (draw !== null) {
    const below = `${String(draw.candidates.length)}个县抽${String(draw.drawn.length)}个`;
    return { title: `抽中${draw.drawn.map(({ unitName }) => unitName).join('、')}`, below };
  }
  if (state === 'announced') {
    return { title: '承诺已公布，等摇号', below: `${formatMoment(view.drawableAt)}起可以摇，抽${String(units)}个` };
  }
  if (view.serverNow >= view.beginsAt) return { title: '这个月不能摇号', below: '月初前没有公布承诺。' };
  return { title: '还没公布承诺', below: `${formatMoment(view.announcesAt)}自动公布` };
}

/** `2—3`, `4`, or 必抽 for one that needs no lot. */
export function rangeWords(range: NumberRange | undefined): string {
  if (range === undefined) return '必抽';
  return range.from === range.to ? String(range.from) : `${String(range.from)}—${String(range.to)}`;
}

/** How a unit came to be drawn; empty for one that was not. */
export function drawnWords(drawn: Drawn | undefined): string {
  if (drawn === undefined) return '';
  return drawn.how === 'waited' ? '隔满必抽' : `第${String(drawn.lot)}次抽中`;
}

/** How a lot was counted, given who had been drawn just before. */
export function lotWords(drawn: Drawn, before: Drawn | undefined): string {
  if (drawn.how === 'waited') return '隔满月数，不用摇';
  const taken = before?.how === 'lot' ? `去掉${before.unitName}，` : '';
  return `${taken}除以${String(drawn.sum)}，余${String(drawn.remainder)}`;
}

/** When a county was last checked. */
export function lastWords(lastPeriod: string | null): string {
  return lastPeriod === null ? '没抽过' : formatPeriod(lastPeriod);
}
