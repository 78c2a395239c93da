import { composeMessage } from './compose-message';
import { fitsField } from './field-rules';
import { SAMPLE_TEMPLATES } from './sample-templates';
import type { TemplateContract } from './template-contract';
import { faultsOfTemplateFile, templateFor } from './template-file';

function dueSoon(): TemplateContract {
  const template = templateFor(SAMPLE_TEMPLATES, 'due-soon');
  if (template === null) throw new Error('sample template is missing');
  return template;
}

const VALUES = { thing1: '5月工作情况月报', time2: '2022年5月20日 23:59', thing3: '某县专班', thing4: '请按时报送' };

test('a message holds exactly the keys of its template', () => {
  expect(composeMessage(dueSoon(), VALUES)).toEqual({
    ok: true,
    value: {
      templateId: dueSoon().priTmplId,
      title: '工作待办提醒',
      data: {
        thing1: { value: '5月工作情况月报' },
        time2: { value: '2022年5月20日 23:59' },
        thing3: { value: '某县专班' },
        thing4: { value: '请按时报送' },
      },
    },
  });
});

test('all faults of a message are told at once, without its words (S20)', () => {
  const { thing1, thing3, thing4 } = VALUES;
  const composed = composeMessage(dueSoon(), { thing1, thing3, thing4: '  ', thing9: thing4, time2: '2022年5月20日' });
  expect(composed).toEqual({
    ok: false,
    refusals: [
      { code: 'wechat.field-unknown', facts: { template: '工作待办提醒', key: 'thing9' } },
      { code: 'wechat.field-invalid', facts: { template: '工作待办提醒', key: 'time2' } },
      { code: 'wechat.field-invalid', facts: { template: '工作待办提醒', key: 'thing4' } },
    ],
  });
  const missing = composeMessage(dueSoon(), { thing1, thing3, thing4 });
  expect(missing).toMatchObject({ ok: false, refusals: [{ code: 'wechat.field-missing', facts: { key: 'time2' } }] });
});

test('a key of an object prototype is an unknown key', () => {
  expect(composeMessage(dueSoon(), { ...VALUES, constructor: '值' })).toMatchObject({ ok: false });
});

test.each([
  '',
  ' \n\t ',
  '\u0000\u0007',
  '\ud800',
  `${'一'.repeat(18)}😀😀`,
  '😀'.repeat(30),
  '\u200b'.repeat(30),
  'e\u0301'.repeat(30),
  '<script>'.repeat(5),
  '{{thing1.DATA}}',
  '长'.repeat(100_000),
])('whatever text a thing field is given ("%#"), the message is refused or fits', (text) => {
  const composed = composeMessage(dueSoon(), { ...VALUES, thing4: text });
  const value = composed.ok ? (composed.value.data['thing4']?.value ?? '') : '可以';
  expect(fitsField(dueSoon(), 'thing4', value)).toBe(true);
});

test('the sample file serves every purpose by a template with a title of its own', () => {
  expect(faultsOfTemplateFile(SAMPLE_TEMPLATES)).toEqual([]);
});

test('a template file with a missing purpose, a repeated title and a wrong key list is told in sentences', () => {
  const [first, second, ...others] = SAMPLE_TEMPLATES.templates;
  if (first === undefined || second === undefined) throw new Error('sample templates are missing');
  const file = {
    purposes: { ...SAMPLE_TEMPLATES.purposes, meeting: 'nothing' },
    templates: [first, { ...second, title: first.title, keys: ['thing1'] }, ...others],
  };
  expect(faultsOfTemplateFile(file)).toEqual([
    'meeting:没有对应的模板',
    '工作待办提醒:标题重复',
    '工作待办提醒:字段与内容不符',
  ]);
});

test('two purposes may not share a template: one acceptance would be counted for both', () => {
  const { purposes, templates } = SAMPLE_TEMPLATES;
  expect(faultsOfTemplateFile({ purposes: { ...purposes, warning: purposes.ticket }, templates })).toEqual([
    `${purposes.ticket}:用于多个用途`,
  ]);
});

test.each([
  [null, '文件须有 purposes 和 templates 两项'],
  [[], '文件须有 purposes 和 templates 两项'],
  [{ purposes: {} }, '文件须有 purposes 和 templates 两项'],
  [{ purposes: {}, templates: [null] }, '第1个模板的内容不全'],
  [{ purposes: {}, templates: [{ ...SAMPLE_TEMPLATES.templates[0], keys: 'thing1' }] }, '第1个模板的内容不全'],
  [{ purposes: {}, templates: [{ ...SAMPLE_TEMPLATES.templates[0], type: 4 }] }, '第1个模板的内容不全'],
  [
    { purposes: {}, templates: [{ ...SAMPLE_TEMPLATES.templates[0], keywordEnumValueList: [{}] }] },
    '第1个模板的内容不全',
  ],
])('a template file of another shape is told, not stumbled over (%#)', (file, sentence) => {
  expect(faultsOfTemplateFile(file)).toEqual([sentence]);
});
