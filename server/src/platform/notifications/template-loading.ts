import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ConfigurationError, type Configuration } from '../configuration';
import { faultsOfTemplateFile, SAMPLE_TEMPLATES, type TemplateFile } from '../wechat';
import { MessageTemplates } from './templates';

/** The account's templates, as WeChat lists them, in the data directory. */
export const TEMPLATE_FILE = 'wechat-templates.json';

/**
 * The templates of this installation: the samples in demo mode, otherwise the file in the data directory. Without the
 * file there are none, and everybody who should be reminded stands on the call list, which says why.
 * Throws a ConfigurationError for a file with faults, naming them.
 */
export function loadTemplates(configuration: Configuration): MessageTemplates {
  if (configuration.isDemo) return new MessageTemplates(SAMPLE_TEMPLATES);
  const path = join(configuration.dataDirectory, TEMPLATE_FILE);
  if (!existsSync(path)) return new MessageTemplates({ purposes: {}, templates: [] } as unknown as TemplateFile);
  const file = readTemplates(path);
  const faults = faultsOfTemplateFile(file);
  if (faults.length > 0) throw new ConfigurationError(`${TEMPLATE_FILE}: ${faults.join('; ')}`);
  return new MessageTemplates(file);
}

function readTemplates(path: string): TemplateFile {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as TemplateFile;
  } catch {
    throw new ConfigurationError(`${TEMPLATE_FILE} in the data directory is not JSON.`);
  }
}
