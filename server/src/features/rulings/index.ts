export { GroupRegulations } from './group-regulations';
export { RulingQueries, type TermsInForce } from './ruling.queries';
export { RulingsModule } from './rulings.module';
export { ScoredMonths, type ScoredYear } from './scored-months';
