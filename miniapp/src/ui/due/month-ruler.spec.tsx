import { act, cleanup, render, screen } from '@testing-library/react';
import { chooseFontScale } from '../../platform/device/display';
import { MonthRuler } from './month-ruler';

function drawRuler(today: number, due: readonly number[] = [20, 23]): void {
  const marks = due.map((day) => ({ day, isSoon: true }));
  render(<MonthRuler days={31} today={today} marks={marks} label="5月" />);
}

describe('the words of the month ruler', () => {
  it('make room for each other when today is between two due days', () => {
    drawRuler(21);
    expect(screen.getByText('20').className).toContain('gives-way-left');
    expect(screen.getByText('23').className).toContain('gives-way-right');
    expect(screen.getByText('今天').style.left).toBe(`${String((20.5 / 30) * 100)}%`);
  });

  it.each([
    [19, 'leans-left', 'gives-way-right'],
    [17, 'leans-left', ''],
  ])('lean away from a due day ahead, on the %ith', (today, words, due) => {
    drawRuler(today);
    expect(screen.getByText('今天').className).toContain(words);
    expect(screen.getByText('20').className).toContain(due);
  });

  it('name two due days that would touch in one word', () => {
    drawRuler(10, [23, 24]);
    expect(screen.getByText('23、24').style.left).toBe(`${String((22.5 / 30) * 100)}%`);
  });

  it('name more due days in one word where large text would run them together', () => {
    drawRuler(27, [18, 20, 23]);
    expect(screen.getByText('18、20')).toBeTruthy();
    cleanup();
    chooseFontScale(1.3);
    drawRuler(27, [18, 20, 23]);
    expect(screen.queryByText('18、20')).toBeNull();
    expect(screen.getByText('18、20、23')).toBeTruthy();
    act(() => {
      chooseFontScale(1);
    });
  });

  it.each([
    [22, 'gives-way-right', 22],
    [25, 'gives-way-left', 23],
  ])('let that word give way to today, on the %ith', (today, way, at) => {
    drawRuler(today, [24, 23]);
    expect(screen.getByText('23、24').className).toContain(way);
    expect(screen.getByText('23、24').style.left).toBe(`${String((at / 30) * 100)}%`);
  });

  it('keep due days apart with today between them', () => {
    drawRuler(23, [22, 24]);
    expect(screen.getByText('22').className).toContain('gives-way-left');
    expect(screen.getByText('24').className).toContain('gives-way-right');
  });

  it('have one word where today is the due day', () => {
    drawRuler(20);
    expect(screen.queryByText('20')).toBeNull();
    expect(screen.getByText('今天').className).toContain('leans-left');
  });
});
