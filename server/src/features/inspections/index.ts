export { InspectionsModule } from './inspections.module';
export { OrphanedInspections } from './orphans';
export { InspectionOrphansModule } from './orphans.module';
