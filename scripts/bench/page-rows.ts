/** One line of the report: what was measured, what is allowed, and whether that holds. */
export interface Row {
  readonly what: string;
  readonly measured: string;
  readonly budget: string;
  readonly holds: boolean | undefined;
}

/** A number against the most that it may be; without a budget it is only reported. */
export const row = (what: string, value: number, unit: string, budget?: number, digits = 1): Row => ({
  what,
  measured: `${value.toFixed(digits)} ${unit}`.trim(),
  budget: budget === undefined ? '' : `≤ ${budget} ${unit}`.trim(),
  holds: budget === undefined ? undefined : value <= budget,
});

/** A Markdown table of them. */
export function print(title: string, rows: readonly Row[]): void {
  console.log(`\n## ${title}\n\n| | measured | budget | |\n|---|---:|---:|---|`);
  for (const { what, measured, budget, holds } of rows)
    console.log(
      `| ${what} | ${measured} | ${budget} | ${holds === undefined ? '' : holds ? 'ok' : '**over**'} |`,
    );
}
