import type { AssessmentListView } from '@jiannuo/shared/assessment';
import { formatPeriod } from '@jiannuo/shared/kernel';
import { useState } from 'react';
import { QUERY_KEYS } from '../../platform/query/query-keys';
import { useWrite } from '../../platform/query/use-write';
import { Button } from '../../ui/button/button';
import { Dialog } from '../../ui/overlay/dialog';
import { showToast } from '../../ui/overlay/toast';
import { publishMonth } from './api/publish-month.api';

/** 通报: offered once every county of the month is final. */
export function Publishing({ list }: { readonly list: AssessmentListView }) {
  const write = useWrite(QUERY_KEYS.assessments);
  const [isAsking, setIsAsking] = useState(false);
  if (!list.mayPublish) return null;
  const month = formatPeriod(list.period);
  const publish = async () => {
    if ((await write.run(`publish ${list.period}`, (key) => publishMonth(list.period, key))) === null) return;
    setIsAsking(false);
    showToast('已通报，各县会收到');
  };
  return (
    <>
      <Button
        onPress={() => {
          setIsAsking(true);
        }}
      >
        {`通报${month}得分`}
      </Button>
      {isAsking ? (
        <Dialog
          title={`通报${month}得分？`}
          verb="通报"
          onClose={() => {
            setIsAsking(false);
          }}
          onConfirm={() => void publish()}
        >
          {write.error?.sentence ?? `${String(list.rows.length)}个县都定稿了。通报后各县看得到，要改只能更正。`}
        </Dialog>
      ) : null}
    </>
  );
}
