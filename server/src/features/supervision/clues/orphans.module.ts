import { Module } from '@nestjs/common';
import { OrphanedNotices } from './orphans';

/** Confidential notices without readers in the lead unit, as the command line needs them too. */
@Module({ providers: [OrphanedNotices], exports: [OrphanedNotices] })
export class OrphansModule {}
