export { ReportingModule } from './reporting.module';
export { proveVersions, type VersionProof } from './version-proof';
