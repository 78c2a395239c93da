export { ClearedFindings } from './clues/cleared-findings';
export { DraftCommands } from './drafting/draft.commands';
export { DraftGuards, type GuardedDraft } from './drafting/draft-guards';
export { EvidenceFiles } from './tickets/evidence-files';
export { LadderCommands } from './ladder/ladder.commands';
export { NoticeChain } from './notices/notice.chain';
export { Openings } from './notices/openings';
export { SupervisionModule } from './supervision.module';
export { SupervisionYears } from './supervision-years';
