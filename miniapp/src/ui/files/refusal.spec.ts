import { refusalOf } from './refusal';

describe('a file that is picked', () => {
  it('is refused with what to do when it cannot be read here', () => {
    expect(refusalOf({ name: '通知.wps', bytes: 10 })).toBe('打不开.wps，请另存为.docx再选。');
    expect(refusalOf({ name: '视频.mp4', bytes: 10 })).toBe('只收Word、Excel、PDF和照片，请换一份。');
    expect(refusalOf({ name: '没有后缀', bytes: 10 })).toBe('只收Word、Excel、PDF和照片，请换一份。');
  });

  it('is refused when it is larger than 20 MB, and taken at that', () => {
    expect(refusalOf({ name: '通知.PDF', bytes: 20 * 1024 * 1024 })).toBeNull();
    expect(refusalOf({ name: '通知.PDF', bytes: 52 * 1024 * 1024 })).toBe('文件有52 MB，最多20 MB。可以只列名称。');
  });
});
