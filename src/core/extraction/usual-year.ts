// The year that a set of targets is about.

/** The year that most targets are due in, the earlier of two that are named equally often; null when none names one. */
export function usualYear(targets: readonly { readonly due: string | null }[]): string | null {
  const counts = new Map<string, number>();
  for (const { due } of targets) if (due !== null) counts.set(due.slice(0, 4), (counts.get(due.slice(0, 4)) ?? 0) + 1);
  const [most] = [...counts].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1));
  return most?.[0] ?? null;
}
