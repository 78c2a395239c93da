import { openPage } from '../../platform/navigation';
import { Card, GroupTitle } from '../../ui/card/card';
import { Row } from '../../ui/row/row';

const WAYS = [
  { page: 'applications', title: '申报', below: '认定动态调整和创新性举措，逐月确认' },
  { page: 'assessment/scores', title: '各县得分', below: '各县各月，点开看来由' },
  { page: 'assessment/quarter', title: '季度成绩', below: '三个月都通报了，通报季度成绩' },
  { page: 'assessment/year', title: '年度成绩', below: '定稿、公布全年的成绩' },
  { page: 'spot-checks', title: '抽查摇号', below: '看抽中谁，自己算一遍' },
  { page: 'assessment/downloads', title: '下载记录', below: '谁下载过哪份表' },
  { page: 'rulings/register', title: '解释口径', below: '考评办法没写清的，按哪种算' },
] as const;

/** What else belongs to the assessment, on phones; on wide windows the side navigation leads there. */
export function AssessmentWays() {
  return (
    <>
      <GroupTitle>考评的其他事</GroupTitle>
      <Card fit="rows">
        {WAYS.map(({ page, title, below }) => (
          <Row
            key={page}
            title={title}
            below={below}
            isStrong={false}
            onPress={() => {
              openPage(page);
            }}
          />
        ))}
      </Card>
    </>
  );
}
