import { formatMoment, formatDayAndHour } from '@jiannuo/shared/kernel';
import { lacksStep, ruleOf, type NoticeView, fieldTexts } from '@jiannuo/shared/supervision';
import { View } from '@tarojs/components';
import { now } from '../../../platform/clock';
import { Card, GroupTitle } from '../../../ui/card/card';
import { Timeline } from '../../../ui/due/timeline';
import { Heading } from '../../../ui/heading/heading';
import { personInLine } from '../../../ui/ideographic-space';
import { Confidential } from '../../../ui/record/confidential';
import { RecordFact, RecordText } from '../../../ui/record/record';
import { Row } from '../../../ui/row/row';
import { StatusWord } from '../../../ui/status/status-word';
import { AboutFact, AboutWay } from './about-line';
import { NoticeCleared } from '../clues/cleared-note';
import { CorrectingFacts } from '../writing/correcting-note';
import { NoticeChain } from './notice-chain';
import { PaperFold } from '../paper/notice-paper';
import { NoticeUnits } from './notice-units';
import { ReaderNote, ShakenNote, ShakenPriorNote } from '../clues/reader-note';
import { presentReaders, readersWords } from '../clues/reader-words';
import { ANSWER_WORDS, answerDueWords, namesInLine, noticeWords, partyFacts, secretWords } from '../supervision-words';
import { TextsLink } from '../writing/texts-sheet';
import { eventSteps } from '../tickets/ticket-timeline';
import { EvidenceLines } from '../../../ui/report/evidence-lines';

function Head({ notice }: { readonly notice: NoticeView }) {
  const { shape, text } = noticeWords(notice.state);
  const due = answerDueWords(notice, now());
  return (
    <View className="record-head">
      <View className="row row-wrap between">
        <View className="t-s c-ink-2">{notice.number}</View>
        <StatusWord shape={shape} isBold>
          {text}
        </StatusWord>
      </View>
      <Heading level={2} className="t-1 below-1">
        {notice.title === '' ? '还没写事项' : notice.title}
      </Heading>
      {due === '' ? null : (
        <View className="row row-wrap below-2">
          <View className="t-s c-ink-2">{due}</View>
        </View>
      )}
    </View>
  );
}

/** Who is addressed how, and what is asked of them: what whoever checks a notice has to look at. */
export function Addressed({ notice }: { readonly notice: NoticeView }) {
  const facts = partyFacts(notice.parties, notice);
  return (
    <>
      {facts.length === 0 ? <RecordFact label="发给">还没选单位</RecordFact> : null}
      {facts.map(({ label, names }) => (
        <RecordFact key={label} label={label}>
          {namesInLine(names)}
        </RecordFact>
      ))}
      <RecordFact label="答复">{ANSWER_WORDS[notice.answer]}</RecordFact>
      {notice.accused.length === 0 ? null : <RecordFact label="责任单位">{namesInLine(notice.accused)}</RecordFact>}
      <AboutFact about={notice.about} />
      {lacksStep(notice.kind, notice.content) ? <RecordFact label="前一份">没有选</RecordFact> : null}
      {notice.corrects === null ? null : <RecordFact label="更正">{notice.corrects.number}</RecordFact>}
      <CorrectingFacts correcting={notice.correcting} />
    </>
  );
}

function Content({ notice }: { readonly notice: NoticeView }) {
  const { content, kind } = notice;
  return (
    <Card>
      {fieldTexts(kind, content.fields, { isIssued: notice.paper.number !== null, spell: formatDayAndHour }).flatMap(
        ({ code, label, text }) => (text === '' ? [] : [<RecordText key={code} label={label} text={text} />]),
      )}
      <RecordText label="要求" text={content.requirement === '' ? '还没写' : content.requirement} />
      <View className="record-facts">
        <Addressed notice={notice} />
        <RecordFact label="依据">{notice.clause}</RecordFact>
        {notice.correctedBy === null ? null : <RecordFact label="更正见">{notice.correctedBy.number}</RecordFact>}
        {notice.readers.length === 0 ? null : <RecordFact label="知悉">{readersWords(notice.readers)}</RecordFact>}
      </View>
      <AboutWay about={notice.about} isLead />
      <EvidenceLines evidence={content.evidence} attachments={notice.attachments} />
    </Card>
  );
}

/** Whoever is to check or issue it has the paper before him; of what is out it is folded. */
function NoticePaperFold({ notice: { paper, actions } }: { readonly notice: NoticeView }) {
  const isJudged = actions.includes('check') || actions.includes('issue');
  return (
    <PaperFold paper={paper} title={paper.number === null ? '发出去的样子' : '正式文本'} isOpenAtFirst={isJudged} />
  );
}

function Openings({ openings }: Pick<NoticeView, 'openings'>) {
  if (openings.length === 0) return null;
  return (
    <>
      <GroupTitle>谁打开过，打开和下载都有记录</GroupTitle>
      <Card fit="rows">
        {openings.map(({ by, unitName, times, files, lastAt }) => (
          <Row
            key={`${unitName}${by}`}
            title={personInLine(unitName, by)}
            below={`${String(times)}次${files === 0 ? '' : `，其中看文件${String(files)}次`}，最近一次在${formatMoment(lastAt, now())}`}
          />
        ))}
      </Card>
    </>
  );
}

/** One notice: what it says, how its units stand, what was issued before, and what was done to it. */
export function NoticeDetail({ notice }: { readonly notice: NoticeView }) {
  return (
    <Confidential
      isConfidential={notice.isConfidential}
      watermark={notice.watermark}
      band={secretWords(presentReaders(notice.readers).length)}
      className="record"
    >
      <Head notice={notice} />
      <NoticeCleared notice={notice} />
      <ReaderNote notice={notice} />
      <ShakenNote notice={notice} />
      <ShakenPriorNote notice={notice} />
      <Content notice={notice} />
      <NoticePaperFold notice={notice} />
      <NoticeUnits notice={notice} />
      <NoticeChain
        chain={notice.chain}
        circulars={notice.circulars}
        since={notice.since}
        asOf={ruleOf(notice.kind).accuses === true && notice.units.length > 0 ? notice.at : now()}
        isGathered={notice.content.dossier?.isGathered !== false}
      />
      <Openings openings={notice.openings} />
      <GroupTitle>经过</GroupTitle>
      <Card>
        <Timeline steps={eventSteps(notice.history, [])} />
        <TextsLink notice={notice} />
      </Card>
    </Confidential>
  );
}
