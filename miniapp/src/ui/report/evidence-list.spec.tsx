import type { AttachmentView, Evidence } from '@jiannuo/shared/reporting';
import { act, fireEvent, screen } from '@testing-library/react';
import { useState } from 'react';
import { draw } from '../../../test/render';
import { EvidenceList } from './evidence-list';
import { useEvidenceShelf } from './evidence-shelf';
import { useUploads } from './use-uploads';

interface Running {
  readonly arrive: (file: AttachmentView) => void;
  readonly fail: (error: Error) => void;
}
const running: Running[] = [];

jest.mock('../../platform/files/upload-file', () => ({
  uploadFile: () =>
    new Promise((arrive, fail) => {
      running.push({ arrive, fail });
    }),
}));
jest.mock('../../platform/files/choose-files', () => ({
  chooseFiles: () => Promise.resolve([{ name: '通知.pdf', bytes: 2_048, source: '/tmp/通知.pdf' }]),
}));

const FILE: AttachmentView = { id: 'a1', name: '通知.pdf', mediaType: 'application/pdf', bytes: 2_048 };
let kept: readonly Evidence[] = [];

function Form({ saysAwaited = false }: { readonly saysAwaited?: boolean }) {
  const [evidence, setEvidence] = useState<readonly Evidence[]>([]);
  kept = evidence;
  const uploads = useUploads('form', []);
  const shelf = useEvidenceShelf(evidence, setEvidence);
  return (
    <EvidenceList
      evidence={evidence}
      uploads={uploads}
      limit={2}
      shelf={saysAwaited ? { ...shelf, saysAwaited } : shelf}
    />
  );
}

async function press(words: string, index = 0): Promise<void> {
  await act(async () => {
    fireEvent.click(screen.getAllByText(words)[index]!);
    for (let turn = 0; turn < 5; turn += 1) await Promise.resolve();
  });
}

async function attach(): Promise<void> {
  await press('加一份佐证');
  await press('选文件');
  await press('从聊天里选文件');
}

async function openMenu(title: string): Promise<void> {
  await act(async () => {
    fireEvent.click(screen.getByLabelText(`${title}，更多`));
    await Promise.resolve();
  });
}

beforeEach(() => {
  running.length = 0;
  kept = [];
});

describe('a list of evidence', () => {
  it('takes the same file once, and says so', async () => {
    draw(<Form />);
    await attach();
    await act(async () => {
      running[0]!.arrive(FILE);
      await Promise.resolve();
    });
    await attach();
    await act(async () => {
      running[1]!.arrive(FILE);
      await Promise.resolve();
    });
    expect(kept).toMatchObject([{ title: '通知', attachmentId: 'a1' }]);
  });

  it('names a file after itself, and joins it when it has arrived', async () => {
    draw(<Form />);
    await attach();
    expect(kept).toMatchObject([{ title: '通知', kind: 'document', attachmentId: null }]);
    await act(async () => {
      running[0]!.arrive(FILE);
      await Promise.resolve();
    });
    expect(kept).toMatchObject([{ title: '通知', attachmentId: 'a1' }]);
    expect(screen.getByText(/已附 2 KB/)).toBeTruthy();
  });

  it('says to other devices that a file is awaited, until it has arrived', async () => {
    draw(<Form saysAwaited />);
    await attach();
    expect(kept).toMatchObject([{ attachmentId: null, isAwaited: true }]);
    await act(async () => {
      running[0]!.arrive(FILE);
      await Promise.resolve();
    });
    expect(kept).toEqual([{ id: kept[0]!.id, title: '通知', kind: 'document', attachmentId: 'a1' }]);
  });

  it('does not bring back what was deleted while its file was on the way', async () => {
    draw(<Form />);
    await attach();
    await openMenu('通知');
    await press('删去这份佐证');
    await act(async () => {
      running[0]!.arrive(FILE);
      await Promise.resolve();
    });
    expect(kept).toEqual([]);
  });

  it('keeps the name that was given while the file was on the way', async () => {
    draw(<Form />);
    await attach();
    await openMenu('通知');
    await press('改名称和类别');
    fireEvent.input(screen.getByLabelText('名称'), { target: { value: '关于试点的通知' } });
    await press('改好了');
    await act(async () => {
      running[0]!.arrive(FILE);
      await Promise.resolve();
    });
    expect(kept).toMatchObject([{ title: '关于试点的通知', attachmentId: 'a1' }]);
  });

  it('sends a file again that did not arrive, and is complete without it', async () => {
    draw(<Form />);
    await attach();
    await act(async () => {
      running[0]!.fail(new Error('request:fail'));
      await Promise.resolve();
    });
    await press('再传');
    expect(running).toHaveLength(2);
    await act(async () => {
      running[1]!.fail(new Error('request:fail'));
      await Promise.resolve();
    });
    await openMenu('通知');
    await press('不传了，只列名称');
    expect(screen.getByText(/只列名称/)).toBeTruthy();
  });
});
