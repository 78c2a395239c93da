export { RulingQueries } from './ruling.queries';
export { RulingsModule } from './rulings.module';
export { ScoredMonths } from './scored-months';
