/**
 * A function that remembers its last result, for as long as it is asked the same: a model whose parameters only move
 * the reader's eye computes nothing anew.
 */
export function keepLast<Given extends readonly unknown[], Result>(
  compute: (...given: Given) => Result,
): (...given: Given) => Result {
  let last: { readonly given: Given; readonly result: Result } | undefined;
  return (...given) => {
    if (!last?.given.every((value, i) => Object.is(value, given[i])))
      last = { given, result: compute(...given) };
    return last.result;
  };
}
