/** What a piece of a workflow refers to in its expressions. */
export interface References {
  /** Ids of steps whose outputs or results are used. */
  readonly steps: ReadonlySet<string>;
  /** Ids of jobs whose outputs or results are used one by one. */
  readonly needs: ReadonlySet<string>;
  /** True when all needs are looked at together: `toJSON(needs)`, `needs.*.result`, `join(needs…)`. */
  readonly allNeeds: boolean;
  readonly secrets: readonly string[];
  readonly hasExpression: boolean;
}

function all(source: string, pattern: RegExp): ReadonlySet<string> {
  return new Set([...source.matchAll(pattern)].map(([, a, b]) => a ?? b ?? "").filter((name) => name !== ""));
}

/**
 * @param source YAML of a step or a job, expressions included
 * @returns what it refers to; a word in a comment counts too, which only ever keeps more
 */
export function referencesOf(source: string): References {
  return {
    steps: all(source, /\bsteps\s*(?:\.\s*([\w-]+)|\[\s*['"]([\w-]+)['"]\s*\])/g),
    needs: all(source, /\bneeds\s*(?:\.\s*([\w-]+)|\[\s*['"]([\w-]+)['"]\s*\])\s*\./g),
    allNeeds: /\btoJSON\(\s*needs\s*\)|\bneeds\s*\.\s*\*/i.test(source),
    // The job's own token gives no more than the road's own does.
    secrets: [...all(source, /\bsecrets\s*(?:\.\s*([\w-]+)|\[\s*['"]([\w-]+)['"]\s*\])/g)].filter(
      (name) => name !== "GITHUB_TOKEN",
    ),
    hasExpression: source.includes("${{"),
  };
}
