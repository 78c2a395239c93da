import { asApiError } from '../../../platform/http/api-error';

/** Whether the server refused because the report is no draft any more: handed in or taken on in another place. */
export function isNoDraftAnyMore(error: unknown): boolean {
  return asApiError(error).code.startsWith('reporting.not-possible-');
}
