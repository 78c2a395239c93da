import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { inBrowser } from '../../../test/drawn';
import { Dialog } from './dialog';

const onClose = jest.fn();

function tapBeside(): void {
  fireEvent.click(document.querySelector('.veil-ground')!);
}

function later(milliseconds: number): void {
  act(() => {
    jest.advanceTimersByTime(milliseconds);
  });
}

beforeEach(() => {
  jest.useFakeTimers();
  inBrowser();
  onClose.mockReset();
  render(<Dialog title="退回吗？" verb="退回" onClose={onClose} onConfirm={() => undefined} />);
});
afterEach(() => {
  cleanup();
  jest.useRealTimers();
});

it('stays open when the tap that opened it was a double one', () => {
  tapBeside();
  later(399);
  tapBeside();
  expect(onClose).not.toHaveBeenCalled();
});

it('closes when one taps beside it later', () => {
  later(400);
  tapBeside();
  expect(onClose).toHaveBeenCalledTimes(1);
});

it('closes at once on its own verb', () => {
  fireEvent.click(screen.getByText('先不'));
  expect(onClose).toHaveBeenCalledTimes(1);
});
