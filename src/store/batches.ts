/** Rows in one INSERT: as many as stay well below the databases' limits on parameters. */
const BATCH = 200;

/** `rows` in portions that fit into one INSERT each. */
export function batchesOf<Row>(rows: readonly Row[]): readonly (readonly Row[])[] {
  return Array.from({ length: Math.ceil(rows.length / BATCH) }, (_, index) =>
    rows.slice(index * BATCH, (index + 1) * BATCH),
  );
}
