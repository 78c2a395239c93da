import { BulletinItemEntity } from './bulletin-item.entity';
import { BulletinEntity } from './bulletin.entity';
import { InformationYearEntity } from './information-year.entity';
import { WorkUpdateMarkEntity } from './work-update-mark.entity';
import { WorkUpdateVersionEntity } from './work-update-version.entity';
import { WorkUpdateEntity } from './work-update.entity';

/** The tables of this subject. */
export const INFORMATION_ENTITIES = [
  InformationYearEntity,
  WorkUpdateEntity,
  WorkUpdateVersionEntity,
  WorkUpdateMarkEntity,
  BulletinEntity,
  BulletinItemEntity,
] as const;
