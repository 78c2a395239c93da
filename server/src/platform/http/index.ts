export { describeApi } from './api-docs';
export { DomainError, RequestError, type DomainErrorKind } from './domain-error';
export { Label } from './label';
export { type RefusalBody } from './refusal.filter';
export { DEFAULT_LIMITS, RequestBudgets, type RequestLimits } from './request-budgets';
export { runInRequest } from './request-context';
export { sentenceOf } from './sentence';
export { createHttpApplication } from './server';
export { SiteController } from './site.controller';
