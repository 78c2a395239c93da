import { formatMoment } from '@jiannuo/shared/kernel';
import type { DownloadsView } from '@jiannuo/shared/sheets';
import { now } from '../../platform/clock';
import { Card, Footnote } from '../../ui/card/card';
import { factsInLine, personInLine } from '../../ui/ideographic-space';
import { Row } from '../../ui/row/row';
import { Screen } from '../../ui/screen/screen';
import { Answered, StateView } from '../../ui/state/state-view';
import { useDownloads } from './api/load-downloads.api';

/** 下载记录: who took which file out, and when. */
export function DownloadsScreen() {
  const query = useDownloads();
  return (
    <Screen title="下载记录" section="assessment/review">
      <Answered query={query}>{(view) => <DownloadList view={view} />}</Answered>
    </Screen>
  );
}

function DownloadList({ view: { rows, limit } }: { readonly view: DownloadsView }) {
  if (rows.length === 0) {
    return <StateView icon="download" title="还没有人下载过" lines={['谁下载了哪份表，会按时间排在这里。']} />;
  }
  return (
    <>
      <Card fit="rows">
        {rows.map(({ id, name, personName, unitName, at }) => (
          <Row
            key={id}
            title={name}
            isStrong={false}
            below={factsInLine(personInLine(unitName, personName), formatMoment(at, now()))}
          />
        ))}
      </Card>
      <Footnote>{`只列最近${String(limit)}次，每一次都在操作日志里。`}</Footnote>
    </>
  );
}
