import { describePath, type ReportView } from '@jiannuo/shared/reporting';
import { Card, Footnote, GroupTitle } from '../../../ui/card/card';
import { factsInLine } from '../../../ui/ideographic-space';
import { Answered } from '../../../ui/state/state-view';
import { useDraftHistory } from '../api/load-draft-history.api';
import { LostTextPart, type LostText } from './lost-text';
import { unchosenOf } from './unchosen';

/** What this device kept, in the words of the form. */
function keptHere(report: ReportView): readonly LostText[] {
  return unchosenOf(report.id).map(({ path, words, device, at }) => {
    const { heading, place, field } = describePath(path, report.draft.content, report.form);
    return { id: `${at} ${path}`, place: factsInLine(heading, place, field), device, at, words };
  });
}

/** 历次改动: what was typed and not chosen, to be copied back when it is wanted after all. */
export function DraftHistory({ report }: { readonly report: ReportView }) {
  const query = useDraftHistory(report.id);
  return (
    <Answered query={query}>
      {({ rows }) => {
        const fromServer = rows.map(({ id, heading, place, field, device, at, words }) => ({
          id,
          place: factsInLine(heading, place, field),
          device,
          at,
          words: words ?? '（删去）',
        }));
        const isOnServer = (text: LostText) =>
          fromServer.some(({ place, words }) => place === text.place && words === text.words);
        const here = keptHere(report).filter((text) => !isOnServer(text));
        const all = [...here, ...fromServer].sort((a, b) => (a.at < b.at ? 1 : -1));
        if (all.length === 0) return null;
        return (
          <>
            <GroupTitle>没选用的改动</GroupTitle>
            <Card>
              {all.map((text) => (
                <LostTextPart key={text.id} text={text} />
              ))}
            </Card>
            <Footnote>两台设备改了同一处时没选的，留30天。</Footnote>
          </>
        );
      }}
    </Answered>
  );
}
