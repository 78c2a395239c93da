export { Audit } from './audit';
export { AuditChain } from './audit.chain';
