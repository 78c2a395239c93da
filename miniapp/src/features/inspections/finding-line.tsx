import { firstCodePoints } from '@jiannuo/shared/kernel';
import { isConcealment, SUBJECT_TITLES, type FindingRow } from '@jiannuo/shared/inspections';
import { now } from '../../platform/clock';
import { openPage } from '../../platform/navigation';
import { Row } from '../../ui/row/row';
import { factsInLine } from '../../ui/ideographic-space';
import { DueChip, StatusWord } from '../../ui/status/status-word';
import { findingDue, findingWords } from './inspection-words';

/** How much of a finding a list shows. */
const SHOWN = 60;

interface LineProps {
  readonly finding: FindingRow;
  /** The lead unit's list says at which unit. */
  readonly isNamed: boolean;
}

/** A finding as a row, which opens it. */
export function FindingLine({ finding, isNamed }: LineProps) {
  const { shape, text } = findingWords(finding);
  const due = findingDue(finding, now());
  const facts = firstCodePoints(finding.facts, SHOWN);
  const subject = SUBJECT_TITLES[finding.subject];
  const suspicion = finding.state === 'upheld' ? '瞒报' : '疑似瞒报';
  const about = factsInLine(isConcealment(finding) ? suspicion : '', subject);
  return (
    <Row
      above={isNamed ? finding.unitName : about}
      title={facts === finding.facts ? facts : `${facts}……`}
      isStrong={finding.state === 'answered' || due !== null}
      below={
        due === null ? (
          isNamed ? (
            about
          ) : (
            ''
          )
        ) : (
          <>
            <DueChip due={due.chip} />
            {due.sentence}
          </>
        )
      }
      aside={<StatusWord shape={shape}>{text}</StatusWord>}
      onPress={() => {
        openPage('inspections/finding', { id: finding.id });
      }}
    />
  );
}
