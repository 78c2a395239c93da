import type { Paper } from '@jiannuo/shared/supervision';
import { fireEvent, screen } from '@testing-library/react';
import { drawn, inBrowser } from '../../../../test/drawn';
import { NoticePaper } from './notice-paper';

function paperTo(units: number): Paper {
  const names = Array.from({ length: units }, (_, index) => `第${String(index + 1)}街道办`).join('、');
  return {
    ...{ issuer: '市专班', numberStart: '督办单〔2022〕', number: 1, title: '督办单' },
    lines: [{ label: '承办单位', texts: [`主办：${names}`], gap: '' }],
    ...{ attachments: [], signers: ['市专班'], date: '2022年5月17日', copies: '', isConfidential: false },
  };
}

beforeEach(inBrowser);

describe('the paper of a notice on the screen', () => {
  it('folds a list of very many units, and shows all of it on a tap', () => {
    drawn(<NoticePaper paper={paperTo(2_951)} />);
    expect(screen.queryByText(/第2951街道办/)).toBeNull();
    fireEvent.click(screen.getByText('看全部2,951家'));
    expect(screen.getByText(/第2951街道办$/)).toBeTruthy();
    expect(screen.queryByText('看全部2,951家')).toBeNull();
  });

  it('names all units of a group as they are', () => {
    drawn(<NoticePaper paper={paperTo(30)} />);
    expect(screen.getByText(/第30街道办$/)).toBeTruthy();
  });
});
