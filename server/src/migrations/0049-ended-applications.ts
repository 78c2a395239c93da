import { TableColumn, type MigrationInterface, type QueryRunner } from 'typeorm';
import { optional, period } from './columns';

/** From which month on an approved application counts no more (停止记分). */
export class EndedApplications1653000000049 implements MigrationInterface {
  readonly name = 'EndedApplications1653000000049';

  async up(runner: QueryRunner): Promise<void> {
    // The platform's tables can stand without those of the subjects.
    if (!(await runner.hasTable('application_decision'))) return;
    await runner.addColumn('application_decision', new TableColumn(optional(period('ended_from'))));
  }

  async down(runner: QueryRunner): Promise<void> {
    if (!(await runner.hasTable('application_decision'))) return;
    await runner.dropColumn('application_decision', 'ended_from');
  }
}
