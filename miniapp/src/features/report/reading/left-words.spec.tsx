import { fireEvent, screen } from '@testing-library/react';
import { inBrowser } from '../../../../test/drawn';
import { draw, settle } from '../../../../test/render';
import { sampleContent } from '../../../../test/sample-report';
import { forgetSession } from '../../../platform/session/token';
import { writeKeptDraft } from '../draft/unsent';
import { LeftWords } from './left-words';

const TYPED = '公示到期合同27项，还差孙吴';

function type(content = sampleContent(TYPED)): void {
  const rest = { revision: 3, conflicts: [], unanswered: null, keptAt: '2022-05-20T01:00:00.000Z' };
  writeKeptDraft('r1', { ...rest, base: sampleContent(), content });
}

describe('what a liaison had typed who was replaced in the middle of it', () => {
  it('is shown whole where he stands now, to be copied', async () => {
    const writeText = jest.fn(() => Promise.resolve());
    inBrowser();
    Object.assign(navigator, { clipboard: { writeText } });
    type();
    forgetSession({ code: 'session.post-ended', sentence: '5月20日起您不再是市教育局的联络员。' });
    draw(<LeftWords />);
    expect(screen.getByText('您改的1处没来得及存，只在这台设备上。')).toBeTruthy();
    expect(screen.getByText(TYPED)).toBeTruthy();
    fireEvent.click(screen.getByText('复制'));
    await settle();
    expect(writeText).toHaveBeenCalledWith(TYPED);
  });

  it('is not shown where all of it is on the server, nor to whoever may sign in again', () => {
    type(sampleContent());
    forgetSession({ code: 'session.post-ended', sentence: '' });
    const { container } = draw(<LeftWords />);
    expect(container.textContent).toBe('');
    type();
    forgetSession({ code: 'session.ended', sentence: '' });
    expect(draw(<LeftWords />).container.textContent).toBe('');
  });
});
