import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import { draw } from '../../../test/render';
import { fakeTaro } from '../../../test/taro';
import { FileLink } from './file-link';

const PHOTO = { id: 'a1', name: '现场.jpg', bytes: 2_048 };
const { state } = fakeTaro;

function open(isReserved: boolean, status = 200): void {
  state.downloadStatus = status;
  draw(<FileLink file={{ ...PHOTO, isReserved }} kindName="照片" icon="picture" />);
  fireEvent.click(screen.getByRole('link'));
}

describe('a file that is opened inside WeChat', () => {
  it('is a document that cannot be passed on where it is for named persons, also when it was a photo', async () => {
    open(true);
    expect(screen.getByText('正在印水印，请稍等。')).toBeTruthy();
    await waitFor(() => expect(screen.queryByText('正在印水印，请稍等。')).toBeNull());
    expect(state.opened).toEqual([{ filePath: '/tmp/file', fileType: 'pdf', showMenu: false }]);
  });

  it('is the photo itself where it is for everybody', async () => {
    open(false);
    await act(async () => Promise.resolve());
    expect(screen.queryByText('正在印水印，请稍等。')).toBeNull();
    await waitFor(() => expect(state.opened).toEqual([{ urls: ['/tmp/file'] }]));
  });

  it('says what to do where no watermark could be put on it, or nothing came', async () => {
    open(true, 422);
    expect(await screen.findByText('这份文件印不上水印，没有打开。请让传的人换一份。')).toBeTruthy();
    state.downloadStatus = 502;
    fireEvent.click(screen.getByRole('link'));
    expect(await screen.findByText('没打开这份文件。请看看网络，再点一次。文件还在，没有丢。')).toBeTruthy();
    expect(state.opened).toEqual([]);
  });
});
