import fc from 'fast-check';
import { HEIHE_2022 } from '../samples';
import { burdenSums, duplicateRefusals, duplicatesOf, headingText, monthsToSearch, type HeldItem } from '.';

function held(title: string, text = title, period = '2022-05'): HeldItem {
  return { source: 'heading', id: title, unitId: 'u1', period, title, text, at: null };
}

function asked(number: string, matter: string, at: string | null = null): HeldItem {
  return { ...held(`${number}　${matter}`, ''), source: 'ticket', notice: { matter, number }, at };
}

const HELD: readonly HeldItem[] = [
  held(
    '鼓励市场主体应用“码上诚信”展示自身信用状况',
    '鼓励市场主体应用“码上诚信”展示信用状况 已赋码户数 市场主体总数 新增赋码328户',
  ),
  held('深入开展“信易贷”工作', '深入开展“信易贷”工作 完成首批授信对接 授信企业12户'),
  held('建立政务诚信承诺公开公示和合同履约跟踪管理机制', '政务诚信承诺公开公示 合同履约跟踪管理机制 合同履约台账'),
  held('开展诚信“七进”宣传教育活动', '诚信“七进”宣传教育活动 进社区宣传3场 进学校宣讲'),
  held('开展失信市场主体修复行动', '失信市场主体修复行动 信用修复企业名单 办结修复9户'),
  held('制定公共信用信息目录，提升归集质效', '公共信用信息目录 信用信息归集 归集双公示数据'),
  held('制定失信惩戒措施清单', '失信惩戒措施清单 依法依规实施失信惩戒'),
  held('开展优化营商环境宣传年活动', '优化营商环境宣传年活动 宣传稿件18篇'),
  held('整治新官不理旧账', '整治“新官不理旧账”行为 历史遗留问题台账 已化解4件'),
  held('市场主体公共信用综合评价', '市场主体公共信用综合评价 信用风险预判预警机制'),
];

/** What the product holds of 逊克县 on 17 May 2022, as the sample group asks for it. */
const UNIT: readonly HeldItem[] = [
  ...['2022-04', '2022-05'].flatMap((period) => [
    { ...held('月报', '', period), source: 'report' as const },
    { ...held('自查评分', '', period), source: 'assessment' as const },
    { ...held('台账', '', period), source: 'ledger' as const },
    ...HEIHE_2022.form.headings.map((heading) => held(heading.shortTitle, headingText(heading, null), period)),
  ]),
  { ...held('联络员、分管领导', ''), source: 'directory', period: null },
  { ...held('台账里的“六个一”', ''), source: 'sixfold', period: null },
  { ...held('工作动态', ''), source: 'update', at: '2022-05-12T02:00:00.000Z' },
  asked('督办单〔2022〕1号', '“信易贷”授信对接滞后', '2022-05-16T02:00:00.000Z'),
  asked('工作提示单〔2022〕3号', '报送政务大厅延时服务情况'),
  { ...held('工作提示单〔2022〕1号', '报送“信易贷”典型案例 每县一篇，附照片。'), source: 'ticket' },
  { ...held('工作提示单〔2022〕2号', '“码上诚信”赋码台账 按乡镇列明，报电子版。'), source: 'ticket' },
];

/** M8: ten asks of either kind as they were first thought of, and twenty more of either kind. */
const ASKED_AGAIN = [
  '报送4月月报',
  '报送5月月报',
  '请报送4月份月度工作推进情况',
  '报4月自查评分表',
  '报送4月工作台账',
  '报送联络员名单',
  '报送分管领导姓名和电话',
  '报送赋码户数',
  '再报一次信易贷典型案例',
  '“码上诚信”赋码台账',
  '请各单位按要求报送5月工作进展情况',
  '补报4月月度报告',
  '请于5月25日前将5月月报电子版发送至市专班邮箱。',
  '报送政务守信践诺专项行动4月份推进情况',
  '上报自评得分情况',
  '请提交5月自查自评结果',
  '提供自查打分表',
  '填报5月台账',
  '上报创新举措台账',
  '请提供本单位联络员、分管领导联系方式',
  '请提供联络员姓名、职务、手机号码',
  '报送本单位通讯录',
  '统计市场主体总数',
  '请报送已赋码市场主体户数及占比',
  '报送失信市场主体修复情况',
  '请汇总诚信“七进”宣传教育活动开展情况',
  '报送公共信用信息归集情况',
  '请上报政务诚信承诺公开公示、合同履约跟踪情况',
  '报送整治“新官不理旧账”行为情况',
  '请报送优化营商环境宣传年活动进展',
  '请报送六个一',
  '报送“六个一”措施清单',
  '提供责任分工明细表',
  '请报送5月工作动态',
  '报送督办单1号办理情况',
  '请提供督办单〔2022〕1号整改落实情况',
  '请提供政务大厅延时服务进展',
  '报送本月存在的问题和下步工作计划',
  '请报送下月工作计划',
  '报送存在的主要问题',
  '5月工作存在的问题',
  '月度工作推进情况',
  '请报送工作进展、取得的成效',
  '请于5月25日前报送下一步工作打算',
  '报送政务守信践诺工作存在的突出问题和不足',
  '月底前提供信易贷放款额',
  '信易贷放款额，25日前',
  '各单位信易贷放款情况统计',
  '信易贷放款情况统计，7月29日前。',
  '信易贷情况',
  '“码上诚信”情况',
  '请上报下一步打算',
  '请报送每月工作总结',
  '请报送5月工作总结',
  '请报信易贷授信情况',
  '提供七进活动场次',
  '宣传年活动开展情况',
  '信用综合评价工作情况',
  '请于本周五前报送信易贷工作进展和数据',
  '请于下周一前报送信息目录工作进展和数据',
  '信息目录工作开展情况统计表',
  '请于5月下旬报送宣传年工作进展',
  '赋码占比',
  '码上诚信赋码率',
  '分管领导和联系人电话',
];
const NEWLY_ASKED = [
  '报送联络员调整名单',
  '报送办公场所无障碍设施改造计划',
  '提供下半年培训班参训人员',
  '请报送防汛值班安排',
  '统计乡镇便民服务站数量',
  '报送政务服务大厅窗口延时服务安排',
  '提供国务院大督查迎检方案',
  '请推荐年度先进个人',
  '报送行业协会商会收费自查表',
  '上报招投标领域专项整治问题线索处理意见',
  '报送6月“信易贷”银企对接会参会名单',
  '报送失信市场主体修复难点和建议',
  '提供“码上诚信”展示牌照片',
  '报送历史遗留问题台账',
  '请提供合同履约纠纷案例',
  '报送信用修复企业名单',
  '请报送惠企政策兑现自查报告',
  '上报拖欠中小企业账款清单',
  '报送承诺书样本',
  '请报送联络员参加培训的时间',
  '报送6月1日座谈会发言材料',
  '请报送行政合同审查制度',
  '征集优化营商环境宣传标语',
  '统计2021年以来行政诉讼败诉案件数',
  '报送乡镇负责人调整情况',
  '请提供评分有异议的佐证材料',
  '报送政府采购合同预付款比例',
  '报送信用信息平台账号申请表',
  '提供招商引资承诺未兑现事项',
  '报送诚信积分试点社区数量',
  '报送督办单12号办理情况',
  '请报送6月工作动态',
  '报送政务大厅延时服务窗口照片',
  '请报送一个月内工作安排',
  '报送失信惩戒措施清单修改意见',
  '提供督办单1号所列企业付款凭证',
  '报送信用修复中存在的问题',
  '请报送巡察反馈问题整改计划',
  '请报送下半年工作计划',
  '报送下步招商引资计划',
  '请报送下周值班安排',
  '报送存在安全隐患问题的场所',
  '请报送窗口服务成效照片',
  '月度安全生产例会时间',
  '“信易贷”工作滞后',
  '报送“信易贷”合作银行名单',
  '报送“信易贷”产品宣讲会时间安排',
  '请报送党建工作总结',
  '请报送年度培训工作总结',
  '报送“七进”活动讲师推荐人选',
  '请报送营商环境评价结果',
  '请报送市场主体培训人数',
  '统计本周五参会人员',
];
const asking = (text: string): readonly string[] =>
  duplicatesOf({ title: text, requirement: '' }, UNIT).map(({ source, title }) => `${source} ${title}`);

describe('what is asked again (M8)', () => {
  it('is found in at least nine of ten asks for what is held or owed', () => {
    const missed = ASKED_AGAIN.map((text) => ({ text, found: asking(text).length })).filter(({ found }) => found === 0);
    expect(missed).toEqual([]);
  });

  it.each(NEWLY_ASKED)('is not seen in an ask for something new: %s', (text) => {
    expect(asking(text)).toEqual([]);
  });

  it('is found in the requirement where the title only names the matter', () => {
    const ask = { title: '推进信用工作', requirement: '请于5月25日前报送4月月报、现场照片。' };
    expect(duplicatesOf(ask, UNIT).map(({ source, period }) => [source, period])).toEqual([['report', '2022-04']]);
    const matter = { title: '推进失信主体修复', requirement: '报送修复难点和建议。' };
    expect(duplicatesOf(matter, UNIT)).toEqual([]);
    const bare = { title: '“码上诚信”赋码户数', requirement: '请于5月25日前报来。' };
    expect(duplicatesOf(bare, UNIT).map(({ source }) => source)).toEqual(['heading', 'ticket']);
    const blamed = { title: '“码上诚信”赋码进度滞后', requirement: '查明赋码低于时序进度的原因。' };
    expect(duplicatesOf(blamed, UNIT)).toEqual([]);
  });

  it('is named once for each unit, what came before what is owed', () => {
    const came = { ...held('月报', '', '2022-04'), source: 'report' as const, at: '2022-04-20T02:00:00.000Z' };
    const owed = { ...held('月报', ''), source: 'report' as const };
    const other = { ...owed, unitId: 'u2' };
    expect(duplicatesOf({ title: '报送月报', requirement: '' }, [owed, came, other])).toEqual([came, other]);
  });

  it('is found in one of several things asked in one sentence', () => {
    const ask = { title: '报送有关材料', requirement: '请于5月25日前报送联络员名单，信易贷授信企业情况。' };
    expect(duplicatesOf(ask, HELD).map(({ id }) => id)).toEqual(['深入开展“信易贷”工作']);
  });

  it('is not what is held of another month than the one asked for', () => {
    const requirement = '报送6月信易贷授信对接情况。';
    expect(duplicatesOf({ title: '', requirement }, HELD)).toEqual([]);
    const june = held('信易贷', '信易贷授信对接', '2022-06');
    expect(duplicatesOf({ title: '', requirement }, [june])).toEqual([june]);
    expect(duplicatesOf({ title: '报送4至6月信易贷授信对接情况', requirement: '' }, [june])).toEqual([june]);
  });

  it('needs a reason, and with one goes on', () => {
    const found = duplicatesOf({ title: '报送失信惩戒措施清单', requirement: '' }, HELD);
    expect(duplicateRefusals(found, '')).toEqual([
      { code: 'burden.held-already', facts: { title: '制定失信惩戒措施清单', count: 1 } },
    ]);
    expect(duplicateRefusals(found, '原件看不清。')).toEqual([]);
    expect(duplicateRefusals([], '')).toEqual([]);
  });

  it('is summed over all units, column by column', () => {
    const one = { owed: 3, reports: 2, answers: 1, notices: 1, materials: 0, repeats: 0, inspections: 0 };
    expect(burdenSums([one, { ...one, owed: 5, repeats: 1 }])).toEqual({
      owed: 8,
      reports: 4,
      answers: 2,
      notices: 2,
      materials: 0,
      repeats: 1,
      inspections: 0,
    });
    expect(Object.values(burdenSums([])).every((sum) => sum === 0)).toBe(true);
  });

  it('is never found in nothing, whatever is written', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (title, requirement) => {
        expect(duplicatesOf({ title, requirement }, [])).toEqual([]);
        expect(duplicatesOf({ title: '', requirement: '' }, [held(title)])).toEqual([]);
      }),
    );
  });
});

describe('where what is asked is looked for', () => {
  const months = (title: string, running = '2022-08') => monthsToSearch({ title, requirement: '' }, running);

  it('is the running month, the last and each that the ask names, of the year before now', () => {
    expect(months('报送赋码进度')).toEqual(['2022-08', '2022-07']);
    expect(months('请报送4月月报')).toEqual(['2022-08', '2022-07', '2022-04']);
    expect(months('请报送11至12月台账', '2022-01')).toEqual(['2022-01', '2021-12', '2021-11']);
  });

  it('is also the open notice of the same title, however little that says, and not one that was answered', () => {
    const open = {
      ...held('工作提示单〔2022〕1号', '报送赋码进展 请报来。'),
      source: 'ticket' as const,
      notice: { matter: '报送赋码进展', number: '工作提示单〔2022〕1号' },
    };
    const ask = { title: '报送赋码进展', requirement: '请于8月5日前报来。' };
    expect(duplicatesOf(ask, [open])).toEqual([open]);
    expect(duplicatesOf(ask, [{ ...open, at: '2022-05-20T01:00:00.000Z' }])).toEqual([]);
    expect(duplicatesOf({ ...ask, title: '报送进展' }, [open])).toEqual([]);
    expect(duplicatesOf({ ...ask, title: '请提供赋码情况表' }, [open])).toEqual([open]);
    expect(duplicatesOf({ ...ask, title: '请提供8月赋码情况表' }, [open])).toEqual([]);
  });

  it('finds a sheet that is asked for by its name alone', () => {
    const sheet = { ...held('自查评分', ''), source: 'assessment' as const };
    expect(duplicatesOf({ title: '自查评分表', requirement: '' }, [sheet])).toEqual([sheet]);
  });
});
