/** A row of any subject's transition table. */
export interface DrawnTransition {
  readonly action: string;
  readonly from: readonly string[];
  readonly to: string | null;
  readonly by: readonly string[];
  readonly article: string;
  readonly beforeDue?: true;
  readonly notEntered?: true;
  readonly notMet?: true;
  readonly whileChecked?: true;
  readonly whenDue?: true;
  /** Where it leads instead when what is in answers a return. */
  readonly toAfterReturn?: string;
}

/** What a page of `docs/states` shows. */
export interface StatePicture {
  readonly introduction: string;
  /** Where a life begins. */
  readonly first: string;
  readonly transitions: readonly DrawnTransition[];
  /** Where a row without a state of its own leads from a state; the same state when left out. */
  readonly restOf?: (from: string) => string;
}

/** The page of a transition table, drawn as a diagram of arrows. */
export function statePage({ introduction, first, transitions, restOf = (from) => from }: StatePicture): string {
  const arrows = transitions.flatMap((row) =>
    row.from.flatMap((state) => [
      arrowOf(row, state, row.to ?? restOf(state)),
      ...(row.toAfterReturn === undefined ? [] : [`${arrowOf(row, state, row.toAfterReturn)}, for a correction`]),
    ]),
  );
  const lines = ['stateDiagram-v2', `  [*] --> ${first}`, ...arrows];
  return `${introduction}\n\n\`\`\`mermaid\n${lines.join('\n')}\n\`\`\`\n`;
}

function arrowOf({ action, by, article, ...row }: DrawnTransition, from: string, to: string): string {
  const conditions = [
    ...(row.beforeDue === true ? [', before the due time'] : []),
    ...(row.notEntered === true ? [', not what was entered for the unit'] : []),
    ...(row.notMet === true ? [', while nothing is in'] : []),
    ...(row.whenDue === true ? [', while something came onto record since'] : []),
    ...(row.whileChecked === true ? [', what was entered for the unit, while it may check'] : []),
  ];
  const whom = by.length === 0 ? 'by itself' : by.join(', ');
  return `  ${from} --> ${to}: ${action} (${whom}, ${article}${conditions.join('')})`;
}
