import { readingsOf } from '../simulator/assumptions';
import { takesValue } from '../simulator/endpoints/message-values';
import { FIELD_SAMPLES } from '../testing/field-samples';
import { charactersOf, cutThing, fitsField, fitsFieldType } from './field-rules';
import type { TemplateContract } from './template-contract';

function templateWith(key: string): TemplateContract {
  return {
    priTmplId: 'field-test',
    title: '字段检验',
    content: `内容:{{${key}.DATA}}`,
    type: 2,
    keywordEnumValueList: [{ keywordCode: 'enum_string1', enumValueList: ['待提交', '已逾期'] }],
    keys: [key],
  };
}

const MORE_SAMPLES: readonly (readonly [string, string, boolean])[] = [
  ['thing', '', false],
  ['thing', '   ', false],
  ['thing', 'a\u0000b', false],
  ['thing', 'a\u2028b', false],
  ['thing', '\ud800', false],
  ['time', '2022年13月1日 10:00', false],
  ['time', '2022年5月32日 10:00', false],
  ['time', '24:00', false],
  ['time', '9:5', false],
  ['time', '2022年5月20日', false],
  ['time', '09:00~10:00~11:00', false],
  ['date', '2022年5月20日~2022年5月23日', true],
  ['date', '2022/5/20', false],
  ['number', '1'.repeat(33), false],
  ['number', '一', false],
  ['number', '1.', false],
  ['letter', 'a'.repeat(33), false],
  ['symbol', '!!!!!!', false],
  ['symbol', 'a!', false],
  ['character_string', 'A'.repeat(32), true],
  ['character_string', 'A'.repeat(33), false],
  ['amount', '12345678901', false],
  ['amount', '元', false],
  ['phone_number', '电话123', false],
  ['phone_number', '1'.repeat(18), false],
  ['car_number', '粤A8Z888挂挂', false],
  ['name', '一一一一一一一一一一', true],
  ['name', 'Abcdefghijklmnopqrstu', false],
  ['phrase', '待提交', true],
  ['phrase', '', false],
  ['enum_string', '已逾期', true],
  ['enum_string', '别的', false],
  ['unheard_of', '值', false],
];

test.each([...FIELD_SAMPLES, ...MORE_SAMPLES])(
  'a %s field with "%s" is taken: %s, by the port and by the simulator (S21)',
  (...sample) => {
    const [type, value, isTaken] = sample;
    const key = `${type}1`;
    expect(fitsField(templateWith(key), key, value)).toBe(isTaken);
    expect(takesValue(templateWith(key), { key, value }, readingsOf('strict'))).toBe(isTaken);
  },
);

test('what the port finds fit, the simulator takes under both readings', () => {
  const taken = [...FIELD_SAMPLES, ...MORE_SAMPLES].filter(([type, value]) => fitsFieldType(type, value));
  expect(taken.length).toBeGreaterThan(15);
  for (const profile of ['strict', 'lenient'] as const) {
    for (const [type, value] of taken) {
      expect(takesValue(templateWith(`${type}1`), { key: `${type}1`, value }, readingsOf(profile))).toBe(true);
    }
  }
});

test('a long text is put on one line, cut to 20 characters and ends with an ellipsis', () => {
  const cut = cutThing('优化营商环境专项行动\n2022年5月工作情况月报和下月计划');
  expect(cut).toBe('优化营商环境专项行动 2022年5月工…');
  expect(charactersOf(cut)).toBeLessThanOrEqual(20);
  expect(cutThing('  短文\t本 ')).toBe('短文 本');
  expect(cutThing('一'.repeat(20))).toBe('一'.repeat(20));
});

test('a cut never leaves half a character, however emoji are counted', () => {
  const cut = cutThing(`一${'😀'.repeat(15)}`);
  expect(fitsFieldType('thing', cut)).toBe(true);
  expect(cut).toBe(`一${'😀'.repeat(9)}…`);
});
