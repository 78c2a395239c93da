import { fileWatermarkOf, watermarkOf } from './watermark';

describe('The watermark of a confidential matter', () => {
  const at = '2022-05-16T16:05:59.999Z';

  it('names who opened it and when, in Beijing time', () => {
    expect(watermarkOf('张伟', at)).toBe('张伟 2022年5月17日 00:05');
  });

  it('names his post too in a file, and tells him from others of that post whose names no font knows', () => {
    const opener = { personName: '𠮷䶮', unitName: '逊克县', role: 'liaison' } as const;
    const lines = (appointmentId: string) => fileWatermarkOf({ ...opener, appointmentId }, at);
    expect(lines('01G3A5T6XYZ8Q2W7H4K9PBCDEF')).toEqual(['逊克县联络员 PBCDEF', '𠮷䶮 2022年5月17日 00:05']);
    expect(lines('01G3A5T6XYZ8Q2W7H4K9PBCDEG')).not.toEqual(lines('01G3A5T6XYZ8Q2W7H4K9PBCDEF'));
  });
});
