import { obligationName, stepWords, type ObligationView } from '@jiannuo/shared/obligations';
import type { MeView } from '@jiannuo/shared/people';
import { View } from '@tarojs/components';
import { callPhone } from '../../platform/device/phone-call';
import { Card, Footnote } from '../../ui/card/card';
import { Icon } from '../../ui/icon/icon';
import { factsInLine } from '../../ui/ideographic-space';
import { Pressable } from '../../ui/pressable/pressable';
import { Row } from '../../ui/row/row';
import { DueChip } from '../../ui/status/status-word';
import './home.scss';
import { dueLine, isReturned, lateWords, openObligation, progressWords, standingWords } from './obligation-words';

/** A leader reads five lines before the first meeting, not thirty. */
const MOST = 5;

interface LeaderListProps {
  /** What the unit has not done, soonest first. */
  readonly open: readonly ObligationView[];
  readonly at: string;
  readonly liaison: MeView['liaison'];
}

/** Whom a leader calls about it; he has nothing to do here himself. */
function LiaisonCall({ liaison }: { readonly liaison: MeView['liaison'] }) {
  if (liaison === null || liaison.phone === '') return null;
  const words = factsInLine(liaison.personName, liaison.phone);
  return (
    <Pressable
      role="link"
      className="leader-call t-body c-brand"
      label={`打电话给${words}`}
      onPress={() => {
        callPhone(liaison.phone);
      }}
    >
      <Icon name="phone" />
      <View className="gap-2">{words}</View>
    </Pressable>
  );
}

/** What a unit's leader has to know: the gravest first, then the soonest due. The liaison does these things. */
export function LeaderList({ open, at, liaison }: LeaderListProps) {
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
        <View>{others > 0 ? `还有${String(others)}件，由本单位联络员办。` : '由本单位联络员办，交了会放进已办。'}</View>
        <LiaisonCall liaison={liaison} />
      </Footnote>
    </>
  );
}

function LeaderRow({ obligation, at }: { readonly obligation: ObligationView; readonly at: string }) {
  const { kind, reportId } = obligation;
  const isTicket = ['ticket-sign', 'ticket-answer', 'material'].includes(kind) && reportId !== null;
  const step = isReturned(obligation) ? progressWords(obligation) : stepWords(obligation);
  return (
    <Row
      above={
        <>
          <DueChip due={standingWords(obligation, at)} />
          {dueLine(obligation, at)}
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
