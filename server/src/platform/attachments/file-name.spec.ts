import { codePointLength } from '@jiannuo/shared/kernel';
import { cleanFileName, contentDisposition } from './file-name';

describe('A file’s name', () => {
  it.each([
    ['5月工作动态.docx', '5月工作动态.docx'],
    ['C:\\Users\\a\\月报.docx', '月报.docx'],
    ['../../etc/passwd.pdf', 'passwd.pdf'],
    ['..pdf', 'pdf'],
    ['.docx', 'docx'],
    ['a<b>:"c|d?*.pdf', 'a_b___c_d__.pdf'],
    ['月报\u202Excod.exe.pdf', '月报xcod.exe.pdf'],
    ['\u0000月\r\n报.pdf', '月报.pdf'],
    ['  ', '附件'],
    ['\u3164\uFE0F.pdf', '附件.pdf'],
    ['照片😀.jpg', '照片😀.jpg'],
    ['\ud800.jpg', '\ufffd.jpg'],
  ])('%j becomes %j', (sent, kept) => {
    expect(cleanFileName(sent)).toBe(kept);
  });

  it('is cut to 120 characters and keeps its extension', () => {
    const kept = cleanFileName(`${'很'.repeat(500)}.docx`);
    expect(codePointLength(kept)).toBe(120);
    expect(kept.endsWith('很.docx')).toBe(true);
  });

  it('cannot break out of the header it is sent in', () => {
    expect(contentDisposition('月报"1\'.docx')).toBe(
      "attachment; filename=\"___1'.docx\"; filename*=UTF-8''%E6%9C%88%E6%8A%A5%221%27.docx",
    );
  });
});
