export { ClearedFindings } from './cleared-findings';
export { DraftCommands } from './draft.commands';
export { DraftGuards, type GuardedDraft } from './draft-guards';
export { EvidenceFiles } from './evidence-files';
export { LadderCommands } from './ladder.commands';
export { NoticeChain } from './notice.chain';
export { Openings } from './openings';
export { SupervisionModule } from './supervision.module';
export { SupervisionYears } from './supervision-years';
