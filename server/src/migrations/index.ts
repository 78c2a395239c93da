import { Platform1653000000001 } from './0001-platform';
import { People1653000000002 } from './0002-people';

/** Every migration in the order in which it runs; each subject adds its line. */
export const MIGRATIONS = [Platform1653000000001, People1653000000002] as const;
