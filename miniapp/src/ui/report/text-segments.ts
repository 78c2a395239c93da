/** A stretch of text, and whether the other side has it differently. */
export interface TextSegment {
  readonly text: string;
  readonly isChanged: boolean;
}
