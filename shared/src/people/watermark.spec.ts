import { fileWatermarkOf, watermarkOf } from './watermark';

describe('The watermark of a confidential matter', () => {
  const at = '2022-05-16T16:05:59.999Z';

  it('names who opened it and when, in Beijing time', () => {
    expect(watermarkOf('张伟', at)).toBe('张伟 2022年5月17日 00:05');
  });

  it('names his post too in a file', () => {
    const opener = { personName: '张伟', unitName: '逊克县', role: 'liaison' } as const;
    expect(fileWatermarkOf(opener, at)).toEqual(['逊克县联络员', '张伟 2022年5月17日 00:05']);
  });
});
