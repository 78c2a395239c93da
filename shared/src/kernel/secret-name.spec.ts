import { looksSecret } from '.';

describe('The name of a file', () => {
  const plain = ['机密.docx', '秘密级通知.pdf', '绝密.doc', '涉密清单.xlsx', '内部资料.pdf', '会议纪要（内部）.docx'];
  it.each([...plain, '機密.pdf', '內部.pdf', '内 部.pdf', '内　部.pdf', '內 部.pdf', '内\u200b部.pdf'])(
    'that reads %s sounds classified: whoever uploads it is asked first',
    (name) => {
      expect(looksSecret(name)).toBe(true);
    },
  );

  it.each(['5月月报.docx', '信用修复台账.xlsx', 'IMG_0612.jpg', ''])('that reads “%s” does not', (name) => {
    expect(looksSecret(name)).toBe(false);
  });
});
