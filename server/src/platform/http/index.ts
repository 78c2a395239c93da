export { DomainError, RequestError, type DomainErrorKind } from './domain-error';
export { currentRequest, runInRequest, type RequestContext } from './request-context';
