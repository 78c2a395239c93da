import fc from 'fast-check';
import { composeMessage, fieldsOf, SAMPLE_TEMPLATES, type TemplateContract } from '../wechat';
import { fillTemplate, type MessageFacts } from './template-filling';

const FACTS: MessageFacts = {
  what: '5月月报',
  unit: '逊克县',
  at: '2022-05-20T16:00:00.000Z',
  isDueTime: true,
  state: '待提交',
  remark: '还剩3天，交了就不再提醒',
  number: '',
};

function aTemplate(content: string): TemplateContract {
  const keys = fieldsOf(content).map((field) => field.key);
  return { priTmplId: 'x'.repeat(43), title: '待办提醒', content, type: 2, keywordEnumValueList: [], keys };
}

describe('A message in whatever template the account has', () => {
  it('says what, by when, which unit, and how long there is', () => {
    const template = SAMPLE_TEMPLATES.templates[0]!;
    expect(fillTemplate(template, FACTS)).toEqual({
      thing1: '5月月报',
      time2: '2022年5月20日 23:59',
      thing3: '逊克县',
      thing4: '还剩3天，交了就不再提醒',
    });
  });

  it('finds unit and remark by their labels, in whatever order they stand', () => {
    const template = aTemplate(
      '温馨提示:{{thing5.DATA}}\n填报单位:{{thing2.DATA}}\n任务名称:{{thing9.DATA}}\n状态:{{phrase1.DATA}}',
    );
    expect(fillTemplate(template, FACTS)).toEqual({
      thing5: '还剩3天，交了就不再提醒',
      thing2: '逊克县',
      thing9: '5月月报',
      phrase1: '待提交',
    });
  });

  it('names the moment of what happened to the minute', () => {
    const template = aTemplate('审核时间:{{time1.DATA}}');
    const facts = { ...FACTS, at: '2022-05-20T13:05:00.000Z', isDueTime: false };
    expect(fillTemplate(template, facts)).toEqual({ time1: '2022年5月20日 21:05' });
  });

  it('always fits the sample templates, whatever a unit is called', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 }), (name) => {
        fc.pre(name.trim() !== '' && /[\p{L}\p{N}]/u.test(name));
        for (const template of SAMPLE_TEMPLATES.templates) {
          const composed = composeMessage(
            template,
            fillTemplate(template, { ...FACTS, unit: name, what: `${name}月报` }),
          );
          expect(composed).toMatchObject({ ok: true });
        }
      }),
    );
  });
});
