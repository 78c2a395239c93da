import fc from 'fast-check';
import { duplicateRefusals, duplicatesOf, type HeldItem } from '.';

function held(title: string, text = title, period = '2022-05'): HeldItem {
  return { source: 'report', id: title, unitId: 'u1', period, title, text, at: null };
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

describe('what is asked again (M8)', () => {
  const AGAIN = [
    '报送“码上诚信”赋码户数',
    '请报送信易贷授信对接进展情况',
    '关于报送政务诚信承诺公示情况的通知',
    '提供合同履约台账',
    '统计诚信“七进”宣传教育活动开展情况',
    '上报失信市场主体修复名单',
    '请提供公共信用信息归集数据',
    '报送失信惩戒措施清单',
    '填报优化营商环境宣传年活动宣传稿件数',
    '汇总新官不理旧账整治情况、历史遗留问题台账',
  ];
  const NEW = [
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
  ];

  it('is found in at least nine of ten asks for what is held', () => {
    const missed = AGAIN.filter((title) => duplicatesOf({ title, requirement: '' }, HELD).length === 0);
    expect(missed.length).toBeLessThanOrEqual(1);
  });

  it('is not seen in any of ten asks for something new', () => {
    const wrong = NEW.filter((title) => duplicatesOf({ title, requirement: '' }, HELD).length > 0);
    expect(wrong).toEqual([]);
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

  it('is never found in nothing, whatever is written', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (title, requirement) => {
        expect(duplicatesOf({ title, requirement }, [])).toEqual([]);
        expect(duplicatesOf({ title: '', requirement: '' }, [held(title)])).toEqual([]);
      }),
    );
  });
});
