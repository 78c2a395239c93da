/** A row of any subject's transition table. */
export interface DrawnTransition {
  readonly action: string;
  readonly from: readonly string[];
  readonly to: string | null;
  readonly by: readonly string[];
  readonly article: string;
  readonly beforeDue?: true;
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
  const arrows = transitions.flatMap(({ action, from, to, by, beforeDue, article }) => {
    const condition = beforeDue === true ? ', before the due time' : '';
    return from.map(
      (state) => `  ${state} --> ${to ?? restOf(state)}: ${action} (${by.join(', ')}, ${article}${condition})`,
    );
  });
  const lines = ['stateDiagram-v2', `  [*] --> ${first}`, ...arrows];
  return `${introduction}\n\n\`\`\`mermaid\n${lines.join('\n')}\n\`\`\`\n`;
}
