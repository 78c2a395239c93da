import { formatMoment, type Period } from '@jiannuo/shared/kernel';
import { FINDING_LIMITS, type CheckedMeasure, type FindingView } from '@jiannuo/shared/spot-checks';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { now } from '../../platform/clock';
import { Button } from '../../ui/button/button';
import { FileLink } from '../../ui/files/file-link';
import { Heading } from '../../ui/heading/heading';
import { factsInLine } from '../../ui/ideographic-space';
import { ReasonSheet } from '../../ui/overlay/reason-sheet';
import { showToast } from '../../ui/overlay/toast';
import { StatusWord } from '../../ui/status/status-word';
import { withdrawFinding } from './api/withdraw-finding.api';
import { FindingSheet } from './finding-sheet';
import { ownWords, VERDICT_WORDS } from './finding-words';
import { useFindingWrite } from './use-finding-write';

interface MeasureProps {
  readonly period: Period;
  readonly unitId: string;
  readonly measure: CheckedMeasure;
  readonly mayRecord: boolean;
  /** What an inspection found, to begin with; null for nothing. */
  readonly facts: string | null;
}

/** What a measure is called in the document, to be brought into sight. */
export function elementIdOf(number: number): string {
  return `finding-${String(number)}`;
}

/** A measure of the month: what the unit says, and what was found on the spot. */
export function MeasureFinding({ period, unitId, measure, mayRecord, facts }: MeasureProps) {
  const [isWriting, setIsWriting] = useState(false);
  const { number, title, finding, withdrawn } = measure;
  return (
    <View className="finding" id={elementIdOf(number)}>
      <View className="row row-wrap between row-top">
        <View className="finding-words">
          <Heading level={3} className="t-strong">
            {`${String(number)}. ${title}`}
          </Heading>
          <View className="t-s c-ink-2">{ownWords(measure)}</View>
        </View>
        {finding === null ? (
          <Unchecked
            mayRecord={mayRecord}
            onRecord={() => {
              setIsWriting(true);
            }}
            title={title}
          />
        ) : null}
      </View>
      {finding === null ? null : <Found finding={finding} mayWithdraw={mayRecord} />}
      {withdrawn.map((each) => (
        <Found key={each.id} finding={each} mayWithdraw={false} />
      ))}
      {isWriting ? (
        <FindingSheet
          period={period}
          unitId={unitId}
          measure={measure}
          facts={facts}
          onClose={() => {
            setIsWriting(false);
          }}
        />
      ) : null}
    </View>
  );
}

interface UncheckedProps {
  readonly mayRecord: boolean;
  readonly title: string;
  readonly onRecord: () => void;
}

function Unchecked({ mayRecord, title, onRecord }: UncheckedProps) {
  if (!mayRecord) return <StatusWord shape="not-yet">没查</StatusWord>;
  return (
    <Button look="weak" label={`记结果，${title}`} onPress={onRecord}>
      记结果
    </Button>
  );
}

function Found({ finding, mayWithdraw }: { readonly finding: FindingView; readonly mayWithdraw: boolean }) {
  const [isAsking, setIsAsking] = useState(false);
  const { verdict, text, files, byUnit, byName, at, withdrawal } = finding;
  const { shape, text: words } = VERDICT_WORDS[verdict];
  return (
    <View className="finding-found">
      <View className="row row-wrap between">
        <StatusWord shape={withdrawal === null ? shape : 'waived'} isBold>
          {withdrawal === null ? words : `${words}（已撤销）`}
        </StatusWord>
        {mayWithdraw ? (
          <Button
            look="link"
            label={`撤销，${words}`}
            onPress={() => {
              setIsAsking(true);
            }}
          >
            撤销
          </Button>
        ) : null}
      </View>
      <View className={`finding-text t-body ${withdrawal === null ? '' : 'c-ink-2'}`}>{text}</View>
      {files.map((file) => (
        <FileLink key={file.id} file={file} kindName="附件" icon="file" />
      ))}
      <View className="t-s c-ink-2">{factsInLine(byUnit, byName, formatMoment(at, now()))}</View>
      {withdrawal === null ? null : (
        <View className="t-s c-ink-2">{`${formatMoment(withdrawal.at, now())}撤销：${withdrawal.reason}`}</View>
      )}
      {isAsking ? (
        <WithdrawSheet
          finding={finding}
          onClose={() => {
            setIsAsking(false);
          }}
        />
      ) : null}
    </View>
  );
}

function WithdrawSheet({ finding, onClose }: { readonly finding: FindingView; readonly onClose: () => void }) {
  const write = useFindingWrite();
  const send = async (reason: string) => {
    const { id } = finding;
    if ((await write.run([id, reason], (key) => withdrawFinding(id, reason, key))) === null) return;
    showToast('撤销了');
    onClose();
  };
  return (
    <ReasonSheet
      title={`撤销“${VERDICT_WORDS[finding.verdict].text}”`}
      verb="撤销"
      hint="成绩通报前可以撤销，撤销后可以重记。原来的留着，不抹去。"
      label="理由，这个县看得到"
      limit={FINDING_LIMITS.reason}
      missing="请写明为什么撤销，这个县看得到。"
      write={write}
      onSend={send}
      onClose={onClose}
    />
  );
}
