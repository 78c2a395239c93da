import { atBeijing } from '@jiannuo/shared/kernel';
import { HEIHE_2022, INVESTMENT_2022 } from '@jiannuo/shared/samples';
import { demoClockView } from './clock-view';
import { momentsBetween, monthEvents, nextEvent } from './month-events';

const settings = HEIHE_2022.settings;
const lines = (period: string) => monthEvents(settings, period).map((event) => `${String(event.day)}日 ${event.title}`);

describe('the events of the demo calendar', () => {
  it('tells May 2022 from the 10th to the day after the self-assessment was due', () => {
    expect(lines('2022-05')).toEqual([
      '10日 检查提醒授权',
      '17日 月报提醒',
      '18日 自查评分提醒',
      '19日 月报提醒',
      '20日 月报、自查评分提醒',
      '20日 月报截止',
      '23日 自查评分提醒，告知分管领导',
      '23日 自查评分截止',
      '24日 告知分管领导',
    ]);
  });

  it('knows nothing before the first month of the group', () => {
    expect(monthEvents(settings, '2022-03')).toEqual([]);
  });

  it('leads from the evening of the last due day over midnight into the next event', () => {
    const evening = atBeijing('2022-05-20', '23:59');
    expect(nextEvent(settings, evening)?.title).toBe('月报截止');
    expect(nextEvent(settings, atBeijing('2022-05-20', '24:00'))?.day).toBe(23);
  });

  it('goes on into the next month, and ends with the year', () => {
    expect(nextEvent(settings, atBeijing('2022-05-31', '12:00'))?.at).toBe(atBeijing('2022-06-10', '08:30'));
    expect(nextEvent(settings, atBeijing('2023-01-31', '12:00'))).toBeNull();
  });

  it('passes over no reminder of either group when the clock jumps, and ends where it was told', () => {
    const to = atBeijing('2022-05-25', '10:10');
    const moments = momentsBetween([settings, INVESTMENT_2022.settings], atBeijing('2022-05-17', '08:29'), to);
    const wanted = [settings, INVESTMENT_2022.settings].flatMap((each) => monthEvents(each, '2022-05'));
    const inside = wanted.map((event) => event.at).filter((at) => at > atBeijing('2022-05-17', '08:29') && at <= to);
    expect(moments).toEqual(expect.arrayContaining(inside));
    expect(moments.at(-1)).toBe(to);
    expect([...moments].sort()).toEqual(moments);
  });

  it('shows the event of today as the present one, and a due day within three days as soon', () => {
    const view = demoClockView(settings, atBeijing('2022-05-17', '08:30'));
    expect(view).toMatchObject({ date: '5月17日', time: '08:30', weekday: '周二', local: '2022-05-17T08:30' });
    expect(view.events.filter((event) => event.state === 'now').map((event) => event.title)).toEqual(['月报提醒']);
    expect(view.ruler.dues).toEqual([
      { day: 20, isSoon: true },
      { day: 23, isSoon: false },
    ]);
  });
});
