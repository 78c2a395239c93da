import { formatDue } from '@jiannuo/shared/kernel';
import { isAsked, obligationName, stepWords, type ObligationView } from '@jiannuo/shared/obligations';
import { Card, Footnote } from '../../ui/card/card';
import { Row } from '../../ui/row/row';
import { DueChip } from '../../ui/status/status-word';
import { lateWords, openObligation, standingWords } from './obligation-words';

/** A leader reads five lines before the first meeting, not thirty. */
const MOST = 5;

interface LeaderListProps {
  /** What the unit has not done, soonest first. */
  readonly open: readonly ObligationView[];
  readonly at: string;
}

/** What a unit's leader has to know: the gravest first, then the soonest due. The liaison does these things. */
export function LeaderList({ open, at }: LeaderListProps) {
  const isGrave = ({ asker }: ObligationView) => asker?.isGrave === true;
  const sorted = [...open.filter(isGrave), ...open.filter((each) => !isGrave(each))];
  const others = sorted.length - MOST;
  return (
    <>
      <Card fit="rows">
        {sorted.slice(0, MOST).map((obligation) => (
          <LeaderRow key={obligation.id} obligation={obligation} at={at} />
        ))}
      </Card>
      <Footnote>
        {others > 0 ? `还有${String(others)}件，由本单位联络员办。` : '由本单位联络员办，交了会放进已办。'}
      </Footnote>
    </>
  );
}

function LeaderRow({ obligation, at }: { readonly obligation: ObligationView; readonly at: string }) {
  const { kind, reportId } = obligation;
  const isTicket = isAsked(kind) && kind !== 'rectification' && reportId !== null;
  const step = stepWords(obligation);
  return (
    <Row
      above={
        <>
          <DueChip due={standingWords(obligation, at)} />
          {formatDue(obligation.dueAt, at)}
        </>
      }
      title={obligationName(obligation)}
      keepsPlace
      below={step === '' ? (lateWords(obligation, at) ?? undefined) : step}
      {...(isTicket
        ? {
            onPress: () => {
              openObligation(obligation);
            },
          }
        : {})}
    />
  );
}
