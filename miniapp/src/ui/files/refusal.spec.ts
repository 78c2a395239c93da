import { refusalOf } from './refusal';

describe('a file that is picked', () => {
  it('is refused with what to do when it cannot be read here', () => {
    expect(refusalOf({ name: '通知.wps', bytes: 10 })).toBe('打不开.wps，请另存为.docx再选。');
    expect(refusalOf({ name: '视频.mp4', bytes: 10 })).toBe('只收Word、Excel、PDF和照片，请换一份。');
    expect(refusalOf({ name: '没有后缀', bytes: 10 })).toBe('只收Word、Excel、PDF和照片，请换一份。');
  });

  it('is refused for named persons where no watermark can be put on it', () => {
    for (const name of ['线索.docx', '台账.xls', '线索.wps', '线索.ofd', '没有后缀']) {
      expect(refusalOf({ name, bytes: 10 }, true)).toBe('限知悉的件只收PDF和照片，Word、Excel请先另存为PDF。');
    }
    for (const name of ['线索.pdf', '现场.JPG', '截图.png']) expect(refusalOf({ name, bytes: 10 }, true)).toBeNull();
  });

  it('is refused when it is larger than 20 MB, and taken at that', () => {
    expect(refusalOf({ name: '通知.PDF', bytes: 20 * 1024 * 1024 })).toBeNull();
    expect(refusalOf({ name: '通知.PDF', bytes: 52 * 1024 * 1024 })).toBe('文件有52 MB，最多20 MB。可以只列名称。');
  });
});
