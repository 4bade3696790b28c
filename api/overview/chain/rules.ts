// SPDX-License-Identifier: AGPL-3.0-or-later

/** Columns of the chain, from areas to outcomes. */
export const linkKinds = ['area', 'milestone', 'call', 'space', 'organisation', 'award'] as const;
export type LinkKind = (typeof linkKinds)[number];

/** One path through the chain: an item id per column, where there is one. */
export type Thread = Record<LinkKind, string | null>;

/** Maximum number of threads returned and drawn. */
export const mostThreads = 60;

export const idOf = (kind: LinkKind, key: string): string => `${kind}:${key}`;

/** Items of a thread in column order. */
export const itemsOn = (thread: Thread): string[] => linkKinds.flatMap((kind) => thread[kind] ?? []);

/** Sorts threads so that shared items are adjacent; items keep their order of first occurrence. */
export function ordered(threads: readonly Thread[]): Thread[] {
  const first = linkKinds.map((kind) => {
    const ids = [...new Set(threads.map((thread) => thread[kind]))];
    return { kind, at: new Map(ids.map((id, index) => [id, index])) };
  });
  const rank = (thread: Thread) => first.map(({ kind, at }) => at.get(thread[kind]) ?? 0);
  return threads.toSorted((a, b) => {
    const [x, y] = [rank(a), rank(b)];
    const differs = x.findIndex((place, index) => place !== y[index]);
    return differs < 0 ? 0 : (x[differs] ?? 0) - (y[differs] ?? 0);
  });
}

/** Position of a thread in a column: an item, or a pass-through with its own id. */
export interface Stop {
  kind: LinkKind;
  id: string;
  passing: boolean;
}

/** Stops of each thread: one per column from its first to its last item; none if it has no item in these columns. */
export function stopsOf(threads: readonly Thread[], kinds: readonly LinkKind[]): Stop[][] {
  return threads.map((thread) => {
    const filled = kinds.filter((kind) => thread[kind] !== null);
    const [first, last] = [filled[0], filled.at(-1)];
    if (!first || !last) return [];
    const between = kinds.slice(kinds.indexOf(first), kinds.indexOf(last) + 1);
    return between.map((kind, at): Stop => {
      const id = thread[kind];
      if (id !== null) return { kind, id, passing: false };
      const from = between.slice(0, at).findLast((one) => thread[one] !== null);
      const to = between.slice(at).find((one) => thread[one] !== null);
      return { kind, id: `${kind} ${thread[from ?? kind]} ${thread[to ?? kind]}`, passing: true };
    });
  });
}

/** Distinct pairs of connected stops. */
export function linesOf(stops: readonly Stop[][]): { from: Stop; to: Stop }[] {
  const lines = stops.flatMap((thread) =>
    thread.slice(1).flatMap((to, at) => {
      const from = thread[at];
      return from ? [{ from, to }] : [];
    }),
  );
  return [...new Map(lines.map((line) => [`${line.from.id} ${line.to.id}`, line])).values()];
}

/** Vertical position of each stop in rows: centred on its threads, at least one row below the previous stop. */
export function placesOf(stops: readonly Stop[][]): Map<string, number> {
  const places = new Map<string, number>();
  const all = stops.flatMap((thread, row) => thread.map((stop) => ({ ...stop, row })));
  for (const column of Map.groupBy(all, ({ kind }) => kind).values()) {
    const middles = [...Map.groupBy(column, ({ id }) => id)].map(([id, rows]) => {
      return { id, at: rows.reduce((sum, { row }) => sum + row, 0) / rows.length };
    });
    let free = 0;
    for (const { id, at } of middles.sort((a, b) => a.at - b.at)) {
      const place = Math.max(at, free);
      places.set(id, place);
      free = place + 1;
    }
  }
  return places;
}

export interface Branch {
  id: string;
  branches: Branch[];
}

/** The same threads as a tree: common prefixes are merged. */
export function branchesOf(threads: readonly (readonly string[])[]): Branch[] {
  const begun = Map.groupBy(
    threads.filter((items) => items.length > 0),
    ([first = '']) => first,
  );
  return [...begun].map(([id, all]) => ({ id, branches: branchesOf(all.map((items) => items.slice(1))) }));
}
