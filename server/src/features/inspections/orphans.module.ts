import { Module } from '@nestjs/common';
import { OrphanedInspections } from './orphans';

/** Unannounced inspections whose team has left, as the command line needs them too. */
@Module({ providers: [OrphanedInspections], exports: [OrphanedInspections] })
export class InspectionOrphansModule {}
