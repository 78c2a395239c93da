import { markedName, takesWatermark } from './marked-file';

describe('A file for named persons', () => {
  it.each(['线索.pdf', '线索.PDF', '现场.jpg', '现场.JPEG', '截图.png'])('can carry a watermark as %s', (name) => {
    expect(takesWatermark(name)).toBe(true);
  });

  it.each(['线索.docx', '线索.doc', '台账.xlsx', '台账.xls', 'pdf', '线索.pdf.docx', ''])(
    'cannot carry one as %s',
    (name) => {
      expect(takesWatermark(name)).toBe(false);
      expect(markedName(name)).toBe(name);
    },
  );

  it('is called a PDF once it is marked, whatever it was', () => {
    expect(['现场.jpg', '现场.1.JPEG', '线索.pdf'].map(markedName)).toEqual(['现场.pdf', '现场.1.pdf', '线索.pdf']);
  });
});
