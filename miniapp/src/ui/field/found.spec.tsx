import { act, fireEvent, screen } from '@testing-library/react';
import { drawn, inBrowser } from '../../../test/drawn';
import { ChoiceField } from './choice-field';
import { Found, FOUND_AT_ONCE } from './found';

const MANY = Array.from({ length: 3_000 }, (_, index) => `第${String(index + 1)}街道办`);

function type(words: string): void {
  act(() => {
    fireEvent.input(screen.getByLabelText('按名称找'), { target: { value: words } });
  });
}

beforeEach(inBrowser);

describe('what is chosen from very many', () => {
  const list = (items: readonly string[]) => (
    <Found items={items} nameOf={(name) => name} counter="家">
      {(found) => found.map((name) => <span key={name}>{name}</span>)}
    </Found>
  );

  it('stands there in part, says how much does not, and is found by its name', () => {
    drawn(list(MANY));
    expect(screen.getAllByText(/^第\d+街道办$/)).toHaveLength(FOUND_AT_ONCE);
    expect(screen.getByText('还有2,940家没列出来，写名称找。')).toBeTruthy();
    type(' 2718 ');
    expect(screen.getAllByText(/街道办$/).map(({ textContent }) => textContent)).toEqual(['第2718街道办']);
    type('没有的');
    expect(screen.getByText('没有这个名称，换个字再找。')).toBeTruthy();
  });

  it('stands there whole where there is little of it', () => {
    drawn(list(MANY.slice(0, FOUND_AT_ONCE)));
    expect(screen.getAllByText(/街道办$/)).toHaveLength(FOUND_AT_ONCE);
    expect(screen.queryByLabelText('按名称找')).toBeNull();
  });

  it('opens in a sheet and is chosen from there', () => {
    const chosen: string[] = [];
    const verbs = MANY.map((label) => ({ label, onPress: () => chosen.push(label) }));
    drawn(<ChoiceField label="单位" words="全部单位" verbs={verbs} />);
    fireEvent.click(screen.getByText('全部单位'));
    expect(screen.getAllByText(/街道办$/)).toHaveLength(FOUND_AT_ONCE);
    type('第2718');
    fireEvent.click(screen.getByText('第2718街道办'));
    expect(chosen).toEqual(['第2718街道办']);
  });
});
