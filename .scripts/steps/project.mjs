import { fileURLToPath } from 'node:url';
import { dirname, join } from 'node:path';

/** The project's top folder. */
export const TOP = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** A path inside the project. */
export const inside = (...parts) => join(TOP, ...parts);

/** Whether a missing tool is a failure rather than a skipped part. */
export const isContinuousIntegration = Boolean(process.env.CI);
