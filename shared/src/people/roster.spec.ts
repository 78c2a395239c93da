import type { CellValue } from '../sheets';
import { PERSON_COLUMNS, readRoster, UNIT_COLUMNS, type RosterContext } from './index';

const NOTHING: RosterContext = { today: '2022-05-17', units: [], names: new Map(), liaisons: new Map() };
const UNIT_HEADINGS = UNIT_COLUMNS.map(({ title }) => title);
const PERSON_HEADINGS = PERSON_COLUMNS.map(({ title }) => title);
const UNITS: CellValue[][] = [
  [1, '牵头办', '样例市牵头办公室', '牵头单位', null],
  [null, '东岭区', '样例市东岭区专班', '县（市、区）', '东岭、东岭专班'],
];
const PEOPLE: CellValue[][] = [
  ['牵头办', '经办人', '经办人甲', 13800000180, '综合科', '经办人', null, null],
  ['东岭专班', '联络员', '东岭区联络员', '138 0000 0103', '信用股', '负责人', '是', null],
];

function read(units: CellValue[][], people: CellValue[][], context: RosterContext = NOTHING) {
  return readRoster(
    [
      { name: '单位', rows: [[...UNIT_HEADINGS], ...units] },
      { name: '人员', rows: [[...PERSON_HEADINGS], ...people] },
    ],
    context,
  );
}

function faultsOf(units: CellValue[][], people: CellValue[][], context: RosterContext = NOTHING): string[] {
  const reading = read(units, people, context);
  if (reading.ok) return [];
  return reading.faults.map(({ sheet, row, column, reason }) => `${sheet} ${String(row)} ${String(column)} ${reason}`);
}

describe('a list from Excel', () => {
  it('gives units with their numbers and people with their units, found by any of the unit’s names', () => {
    const reading = read(UNITS, PEOPLE);
    expect(reading).toMatchObject({
      ok: true,
      roster: {
        units: [
          { row: 2, number: 1, name: '牵头办', kind: 'lead' },
          { row: 3, number: 2, name: '东岭区', kind: 'county', aliases: ['东岭', '东岭专班'] },
        ],
        people: [
          { row: 2, unitName: '牵头办', role: 'lead-officer', phone: '13800000180' },
          { row: 3, unitName: '东岭区', role: 'liaison', phone: '13800000103', isSectionHead: true },
        ],
      },
    });
  });

  it('names every fault with row, column and reason', () => {
    const people = [
      ['西河县', '联络员', '甲', '13800000104', '', '', '是', ''],
      ['东岭区', '联系人', '乙', '13800000105', '', '', '', ''],
      ['东岭区', '联络员', '', '0456-5550100', '', '', '不是', ''],
      ['东岭区', '联络员', '丙', '13800000106', '', '', '否', ''],
      ['东岭区', '管理员', '名'.repeat(51), '13800000107', '', '', '', ''],
    ];
    expect(faultsOf([...UNITS, [2, '东岭区', '又一个', '县城', '']], people)).toEqual([
      '单位 4 类型 没有“县城”，请从牵头单位、责任单位、县（市、区）、管委会、督导考评问责专班、领导小组办公室里选',
      '单位 4 单位简称 和第3行重复',
      '人员 2 单位 没有“西河县”这个单位，请先填在“单位”表里',
      '人员 3 岗位 没有“联系人”，请从联络员、分管领导、经办人、管理员里选',
      '人员 4 姓名 没有填',
      '人员 4 是否负责人 请填“是”或“否”',
      '人员 5 不是负责人的原因 联络员原则上是科（股）室负责人。不是的，请写原因',
      '人员 6 姓名 最多50个字，请写短些',
      '人员 6 岗位 经办人和管理员只能设在牵头单位',
    ]);
  });

  it('tells two people with one number, two liaisons of one unit, and a row written twice', () => {
    const people = [
      ...PEOPLE,
      ['东岭区', '分管领导', '另一个人', '13800000103', '', '', '', ''],
      ['东岭区', '联络员', '第二个', '13800000104', '', '', '是', ''],
      ['牵头办', '经办人', '经办人甲', '13800000180', '', '', '', ''],
    ];
    expect(faultsOf(UNITS, people)).toEqual([
      '人员 4 手机号 和第3行是同一个号，姓名不一样',
      '人员 5 岗位 东岭区的联络员在第3行填过了',
      '人员 6 岗位 和第2行重复',
    ]);
  });

  it('replaces nobody who is on the list: a liaison changes by handover only', () => {
    const context: RosterContext = {
      ...NOTHING,
      units: [{ number: 7, name: '东岭区', fullName: '样例市东岭区专班', aliases: [], kind: 'county' }],
      names: new Map([['13800000180', '别人']]),
      liaisons: new Map([['东岭区', { personName: '老联络员', phone: '13800000199' }]]),
    };
    expect(faultsOf(UNITS, PEOPLE, context)).toEqual([
      '人员 2 手机号 这个号在名单里是另一个人的，请核对',
      '人员 3 岗位 东岭区已有联络员老联络员，要换人请在名单里换',
    ]);
  });

  it('says of a unit’s second row that it is there twice, and nothing of its number', () => {
    const known = [{ number: 1, name: '牵头办', fullName: '样例市牵头办公室', aliases: [], kind: 'lead' as const }];
    const again = (number: CellValue): CellValue[] => [number, '牵头办', '样例市牵头办公室', '牵头单位', ''];
    for (const context of [NOTHING, { ...NOTHING, units: known }]) {
      for (const number of [1, 2, null]) {
        expect(faultsOf([...UNITS, again(number)], [], context)).toEqual(['单位 4 单位简称 和第2行重复']);
      }
    }
  });

  it('keeps the number of a unit that receipts name', () => {
    const known = [{ number: 7, name: '东岭区', fullName: '旧全称', aliases: [], kind: 'county' as const }];
    const context = { ...NOTHING, units: known };
    const reading = read([UNITS[0]!, [null, '东岭区', '新全称', '县（市、区）', '']], [], context);
    expect(reading).toMatchObject({ ok: true, roster: { units: [{ number: 1 }, { number: 7, fullName: '新全称' }] } });
    expect(faultsOf([UNITS[0]!, [3, '东岭区', '新全称', '县（市、区）', '']], [], context)).toEqual([
      '单位 3 序号 这个单位的序号是7，不能改',
    ]);
    expect(faultsOf([UNITS[0]!, [7, '西河县', '西河县专班', '县（市、区）', '']], [], context)).toEqual([
      '单位 3 序号 这个序号已经有单位用了',
    ]);
  });

  it('gives each unit without a number one that nobody has', () => {
    const units = [
      [null, '甲', '甲全称', '牵头单位', ''],
      [1, '乙', '乙全称', '责任单位', ''],
      [null, '丙', '丙全称', '责任单位', ''],
    ];
    const reading = read(units, []);
    expect(reading.ok && reading.roster.units.map(({ name, number }) => [name, number])).toEqual([
      ['甲', 2],
      ['乙', 1],
      ['丙', 3],
    ]);
  });

  it.each([-1, 1.5, 0, 100_000, Number.NaN])('refuses %s as a number of a unit', (number) => {
    expect(faultsOf([UNITS[0]!, [number, '西河县', '西河县专班', '县（市、区）', '']], [])).toHaveLength(1);
  });

  it('asks for a lead unit, and for something to import', () => {
    expect(faultsOf([UNITS[1]!], [])).toEqual(['单位 null 类型 要有一个“牵头单位”']);
    expect(faultsOf([], [])).toEqual(['单位 null null 表是空的，没有可导入的']);
  });

  it('stops at headings that are missing, unknown or doubled', () => {
    const reading = readRoster(
      [
        { name: '单位', rows: [['序号', '单位简称', '类型', '别名', '备注', '类型']] },
        { name: '人员', rows: [[...PERSON_HEADINGS]] },
      ],
      NOTHING,
    );
    expect(!reading.ok && reading.faults.map(({ reason }) => reason)).toEqual([
      '缺“单位全称”这一列，请用导出的模板',
      '多了“备注”这一列，请删掉',
      '“类型”这一列有两遍，请留一列',
    ]);
    expect(readRoster([], NOTHING)).toMatchObject({ ok: false, faults: [{ sheet: '单位' }, { sheet: '人员' }] });
  });

  it('tells a date apart from text, and cleans what is copied from Word', () => {
    expect(faultsOf(UNITS, [['东岭区', '联络员', new Date(0), '13800000103', '', '', '是', '']])).toEqual([
      '人员 2 姓名 这一格认不出，请改成文字',
    ]);
    const reading = read(UNITS, [
      ['\u200b东岭区 ', '联络员', '东岭\u00a0 联络员', '１３８０００００１０３', '', '', '是', ''],
    ]);
    expect(reading).toMatchObject({
      ok: true,
      roster: { people: [{ personName: '东岭 联络员', phone: '13800000103' }] },
    });
  });

  it('passes over empty rows and counts rows as the person sees them', () => {
    const reading = read([...UNITS, [null, null], [null, '', ' ']], [[null], ...PEOPLE]);
    expect(reading.ok && reading.roster.people.map(({ row }) => row)).toEqual([3, 4]);
  });

  it('takes five thousand units', () => {
    const many = Array.from({ length: 5000 }, (_, index) => [null, `单位${String(index)}`, '全称', '责任单位', '']);
    const reading = read([...UNITS, ...many], PEOPLE);
    expect(reading.ok && reading.roster.units).toHaveLength(5002);
  });
});
