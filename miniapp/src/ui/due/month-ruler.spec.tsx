import { render, screen } from '@testing-library/react';
import { MonthRuler } from './month-ruler';

function drawRuler(today: number): void {
  const marks = [20, 23].map((day) => ({ day, isSoon: true }));
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

  it('have one word where today is the due day', () => {
    drawRuler(20);
    expect(screen.queryByText('20')).toBeNull();
    expect(screen.getByText('今天').className).toContain('leans-left');
  });
});
