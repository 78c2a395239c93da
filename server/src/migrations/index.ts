import { Platform1653000000001 } from './0001-platform';
import { People1653000000002 } from './0002-people';
import { Obligations1653000000003 } from './0003-obligations';
import { Reporting1653000000004 } from './0004-reporting';
import { Notifications1653000000005 } from './0005-notifications';
import { AttachmentOnce1653000000006 } from './0006-attachment-once';
import { Coordination1653000000007 } from './0007-coordination';
import { Feedback1653000000008 } from './0008-feedback';
import { Ledger1653000000009 } from './0009-ledger';
import { Information1653000000010 } from './0010-information';
import { Rulings1653000000011 } from './0011-rulings';
import { Applications1653000000012 } from './0012-applications';
import { SpotChecks1653000000013 } from './0013-spot-checks';
import { Assessment1653000000014 } from './0014-assessment';
import { AnnualYear1653000000015 } from './0015-annual-year';
import { Supervision1653000000016 } from './0016-supervision';
import { ReservedFiles1653000000017 } from './0017-reserved-files';
import { Inspections1653000000018 } from './0018-inspections';
import { ReturnAnswers1653000000019 } from './0019-return-answers';
import { Matters1653000000020 } from './0020-matters';
import { LedgerRatio1653000000021 } from './0021-ledger-ratio';
import { Circulars1653000000022 } from './0022-circulars';
import { DraftTexts1653000000025 } from './0025-draft-texts';
import { TicketOpenings1653000000026 } from './0026-ticket-openings';
import { RestatedReasons1653000000028 } from './0028-restated-reasons';
import { Concealments1653000000029 } from './0029-concealments';
import { Quarters1653000000035 } from './0035-quarters';
import { CorrectionReasons1653000000036 } from './0036-correction-reasons';
import { ClearedFindings1653000000038 } from './0038-cleared-findings';
import { LapsedNotices1653000000039 } from './0039-lapsed-notices';
import { Shelters1653000000040 } from './0040-shelters';
import { LookAgain1653000000041 } from './0041-look-again';
import { ClearedFindingsOfNotices1653000000042 } from './0042-cleared-findings-of-notices';
import { ReaderSuccessors1653000000044 } from './0044-reader-successors';
import { IssuedChains1653000000045 } from './0045-issued-chains';
import { SeenDays1653000000046 } from './0046-seen-days';
import { EnteredSheets1653000000048 } from './0048-entered-sheets';
import { EndedApplications1653000000049 } from './0049-ended-applications';
import { AssessmentEntryNotes1653000000050 } from './0050-assessment-entry-notes';
import { HeldTalks1653000000051 } from './0051-held-talks';
import { JudgedRecords1653000000052 } from './0052-judged-records';
import { StoodScores1653000000053 } from './0053-stood-scores';
import { ScoredRows1653000000054 } from './0054-scored-rows';

/** Every migration in the order in which it runs; each subject adds its line. */
export const MIGRATIONS = [
  Platform1653000000001,
  People1653000000002,
  Obligations1653000000003,
  Reporting1653000000004,
  Notifications1653000000005,
  AttachmentOnce1653000000006,
  Coordination1653000000007,
  Feedback1653000000008,
  Ledger1653000000009,
  Information1653000000010,
  Rulings1653000000011,
  Applications1653000000012,
  SpotChecks1653000000013,
  Assessment1653000000014,
  AnnualYear1653000000015,
  Supervision1653000000016,
  ReservedFiles1653000000017,
  Inspections1653000000018,
  ReturnAnswers1653000000019,
  Matters1653000000020,
  LedgerRatio1653000000021,
  Circulars1653000000022,
  DraftTexts1653000000025,
  TicketOpenings1653000000026,
  RestatedReasons1653000000028,
  Concealments1653000000029,
  Quarters1653000000035,
  CorrectionReasons1653000000036,
  ClearedFindings1653000000038,
  LapsedNotices1653000000039,
  Shelters1653000000040,
  LookAgain1653000000041,
  ClearedFindingsOfNotices1653000000042,
  ReaderSuccessors1653000000044,
  IssuedChains1653000000045,
  SeenDays1653000000046,
  EnteredSheets1653000000048,
  EndedApplications1653000000049,
  AssessmentEntryNotes1653000000050,
  HeldTalks1653000000051,
  JudgedRecords1653000000052,
  StoodScores1653000000053,
  ScoredRows1653000000054,
] as const;
