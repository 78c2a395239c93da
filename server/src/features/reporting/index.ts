export { EnteredSheets, type EnteredSheet, type KeptSheet } from './entered-sheets';
export { ReportedWork } from './reported-work.queries';
export { ReportingModule } from './reporting.module';
export { hasReports } from './years-in-use';
export { proveVersions, type VersionProof } from './version-proof';
