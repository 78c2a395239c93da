import { Text } from '@tarojs/components';
import { screen } from '@testing-library/react';
import { inBrowser } from '../../../test/drawn';
import { draw } from '../../../test/render';
import { fakeTaro } from '../../../test/taro';
import { useUploads } from './use-uploads';

const REFUSED = '这个文件里面不是docx，请用原来的软件重新保存后再传。';

function Words() {
  const progress = useUploads('r1', []).progressOf('e1');
  return <Text>{progress?.kind === 'failed' ? progress.reason : ''}</Text>;
}

describe('a file that did not arrive, once the form is opened again', () => {
  beforeEach(inBrowser);

  it.each([
    ['was refused for what it is', { e1: REFUSED }, REFUSED],
    ['was cut off midway', { e1: null }, '上次没传上，请再选一份文件。'],
    ['was kept by a former version', ['e1'], '上次没传上，请再选一份文件。'],
  ])('%s', (_what, kept, words) => {
    fakeTaro.state.storage.set('uploads/r1', JSON.stringify(kept));
    draw(<Words />);
    expect(screen.getByText(words)).toBeTruthy();
  });
});
