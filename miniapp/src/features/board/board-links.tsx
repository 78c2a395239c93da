import type { Period } from '@jiannuo/shared/kernel';
import { openPage } from '../../platform/navigation';
import { Card, GroupTitle } from '../../ui/card/card';
import { Row } from '../../ui/row/row';
import { exportMonth } from './export-month';

const PAGES = [
  { title: '代录纸质、邮件来件', icon: 'report', page: 'enter-for' },
  { title: '电话名单', icon: 'phone', page: 'call-list' },
  { title: '单位与人员', icon: 'units', page: 'people' },
] as const;

/** The lead unit's other ways in and out on phones, where no side navigation and no rail stands. */
export function BoardLinks({ period }: { readonly period: Period }) {
  return (
    <>
      <GroupTitle>更多</GroupTitle>
      <Card fit="rows">
        {PAGES.map(({ title, icon, page }) => (
          <Row
            key={page}
            title={title}
            icon={icon}
            isStrong={false}
            onPress={() => {
              openPage(page);
            }}
          />
        ))}
        <Row title="导出本月报送情况" icon="download" isStrong={false} onPress={() => void exportMonth(period)} />
      </Card>
    </>
  );
}
