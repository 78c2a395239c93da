import { fireEvent, screen } from '@testing-library/react';
import { draw } from '../../../test/render';
import { EvidenceSheet } from './evidence-sheet';

const nothing = () => undefined;

describe('the name of a piece of evidence', () => {
  it('is never cut without a word: what is too long is said, and nothing is added', () => {
    const onKeep = jest.fn();
    draw(
      <EvidenceSheet
        evidence={{ title: '', kind: 'document' }}
        isNew
        onKeep={onKeep}
        onKeepWithFile={nothing}
        onClose={nothing}
      />,
    );
    const field = screen.getByLabelText('名称');
    fireEvent.input(field, { target: { value: '长'.repeat(201) } });
    expect(screen.getByText('最多200个字，请写短些。')).toBeTruthy();
    fireEvent.click(screen.getByText('加上'));
    expect(onKeep).not.toHaveBeenCalled();
    fireEvent.input(field, { target: { value: '长'.repeat(200) } });
    fireEvent.click(screen.getByText('加上'));
    expect(onKeep).toHaveBeenCalledWith({ title: '长'.repeat(200), kind: 'document' });
  });
});
